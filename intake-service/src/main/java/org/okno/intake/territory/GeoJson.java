package org.okno.intake.territory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;

/** The polygons of a GeoJSON document (RFC 7946), in degrees: x is the longitude. */
public final class GeoJson {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int SHORTEST_RING = 4;

  private GeoJson() {}

  /** Something that is not as RFC 7946 wants it; the message says what is expected. */
  public static final class InvalidException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String pointer;

    InvalidException(String pointer, String message) {
      super(message);
      this.pointer = pointer;
    }

    /** JSON pointer to it. */
    public String pointer() {
      return pointer;
    }
  }

  /**
   * The geometries of all features, in their order. Rings that touch or cross themselves, as drawn
   * maps have them, are repaired.
   *
   * @throws InvalidException where a feature is no polygon or multipolygon on earth
   */
  public static List<Geometry> geometries(JsonNode collection) {
    if (!collection.path("features").isArray()) {
      throw new InvalidException("/features", "expected a FeatureCollection");
    }
    List<Geometry> geometries = new ArrayList<>();
    for (JsonNode feature : collection.path("features")) {
      String pointer = "/features/" + geometries.size() + "/geometry";
      geometries.add(geometry(feature.path("geometry"), pointer));
    }
    return geometries;
  }

  private static Geometry geometry(JsonNode node, String pointer) {
    JsonNode coordinates = node.path("coordinates");
    String at = pointer + "/coordinates";
    Geometry geometry =
        switch (node.path("type").asText()) {
          case "Polygon" -> polygon(coordinates, at);
          case "MultiPolygon" -> {
            List<Polygon> polygons = new ArrayList<>();
            for (JsonNode one : array(coordinates, at)) {
              polygons.add(polygon(one, at + "/" + polygons.size()));
            }
            yield GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
          }
          default ->
              throw new InvalidException(pointer + "/type", "expected Polygon or MultiPolygon");
        };
    Geometry valid = geometry.isValid() ? geometry : GeometryFixer.fix(geometry);
    if (valid.isEmpty() || valid.getDimension() < 2) {
      throw new InvalidException(at, "the polygon has no area");
    }
    return valid;
  }

  private static Polygon polygon(JsonNode rings, String pointer) {
    List<LinearRing> read = new ArrayList<>();
    for (JsonNode ring : array(rings, pointer)) {
      read.add(ring(ring, pointer + "/" + read.size()));
    }
    LinearRing[] holes = read.subList(1, read.size()).toArray(LinearRing[]::new);
    return GEOMETRIES.createPolygon(read.getFirst(), holes);
  }

  private static LinearRing ring(JsonNode points, String pointer) {
    List<Coordinate> read = new ArrayList<>();
    for (JsonNode point : array(points, pointer)) {
      read.add(point(point, pointer + "/" + read.size()));
    }
    if (read.size() < SHORTEST_RING || !read.getFirst().equals2D(read.getLast())) {
      throw new InvalidException(
          pointer, "expected a ring of at least 4 points, the last one equal to the first");
    }
    return GEOMETRIES.createLinearRing(read.toArray(Coordinate[]::new));
  }

  private static Coordinate point(JsonNode point, String pointer) {
    double lon = point.path(0).asDouble(Double.NaN);
    double lat = point.path(1).asDouble(Double.NaN);
    if (!GeoPoint.isLongitude(lon) || !GeoPoint.isLatitude(lat)) {
      throw new InvalidException(pointer, "expected longitude and latitude in degrees");
    }
    return new Coordinate(lon, lat);
  }

  private static JsonNode array(JsonNode node, String pointer) {
    if (!node.isArray() || node.isEmpty()) {
      throw new InvalidException(pointer, "expected an array that is not empty");
    }
    return node;
  }
}
