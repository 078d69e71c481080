package org.okno.intake.territory;

/**
 * A place on earth, WGS 84, in degrees.
 *
 * @param lat -90 to 90
 * @param lon -180 to 180
 */
public record GeoPoint(double lat, double lon) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException where a coordinate is no such degree
   */
  public GeoPoint {
    if (!isLatitude(lat) || !isLongitude(lon)) {
      throw new IllegalArgumentException("no point on earth");
    }
  }

  static boolean isLatitude(double degrees) {
    return degrees >= -90 && degrees <= 90;
  }

  static boolean isLongitude(double degrees) {
    return degrees >= -180 && degrees <= 180;
  }

  // A point is where somebody lives: it is not written into a log.
  @Override
  public String toString() {
    return "GeoPoint";
  }
}
