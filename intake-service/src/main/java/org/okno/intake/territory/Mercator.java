package org.okno.intake.territory;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * The Mercator projection on a sphere. It keeps angles, so that a small distance on the plane,
 * times the cosine of the latitude, is one on the ground: in degrees, a metre to the east is up to
 * three times one to the north.
 */
final class Mercator {
  private static final double RADIUS = 6_371_000;
  // Nearer to a pole the plane has no end; nobody lives there.
  private static final double MAX_LATITUDE = 89;

  private Mercator() {}

  static Coordinate project(double lat, double lon) {
    double bounded = Math.clamp(lat, -MAX_LATITUDE, MAX_LATITUDE);
    double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(bounded) / 2));
    return new Coordinate(RADIUS * Math.toRadians(lon), RADIUS * y);
  }

  /** A copy of a geometry in degrees (x is the longitude), on the plane. */
  static Geometry project(Geometry degrees) {
    Geometry projected = degrees.copy();
    projected.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            Coordinate on = project(points.getY(i), points.getX(i));
            points.setOrdinate(i, CoordinateSequence.X, on.x);
            points.setOrdinate(i, CoordinateSequence.Y, on.y);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return projected;
  }

  /** Metres on the ground, of a distance on the plane at a latitude. */
  static double metres(double distance, double lat) {
    return distance * Math.cos(Math.toRadians(Math.clamp(lat, -MAX_LATITUDE, MAX_LATITUDE)));
  }

  /** The distance on the plane of so many metres on the ground. */
  static double distance(double metres, double lat) {
    return metres / metres(1, lat);
  }
}
