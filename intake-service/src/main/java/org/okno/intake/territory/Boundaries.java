package org.okno.intake.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** The boundaries of territories, indexed. Never changes; threads may share it. */
public final class Boundaries {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final STRtree tree = new STRtree();

  private record Area(String territory, PreparedGeometry inside, IndexedFacetDistance border) {}

  /**
   * A territory at a point, or next to it.
   *
   * @param isInside whether the point lies within the territory
   * @param borderMetres from the point to the border, in metres
   */
  record Near(String territory, boolean isInside, double borderMetres) {}

  /**
   * Indexes polygons.
   *
   * @param polygons polygons and multipolygons by the code of their territory, in degrees: x is the
   *     longitude
   */
  public Boundaries(Map<String, Geometry> polygons) {
    polygons.forEach(
        (territory, degrees) -> {
          Geometry polygon = Mercator.project(degrees);
          tree.insert(
              polygon.getEnvelopeInternal(),
              new Area(
                  territory,
                  PreparedGeometryFactory.prepare(polygon),
                  // Of the rings: inside a polygon the distance to the polygon would be 0.
                  new IndexedFacetDistance(polygon.getBoundary())));
        });
    tree.build();
  }

  /** The territories that a point is in, or is not further from than so many metres. */
  List<Near> near(GeoPoint point, double metres) {
    Coordinate at = Mercator.project(point.lat(), point.lon());
    Geometry on = GEOMETRIES.createPoint(at);
    Envelope around = new Envelope(at);
    around.expandBy(Mercator.distance(metres, point.lat()));
    List<Near> found = new ArrayList<>();
    for (Object one : tree.query(around)) {
      Area area = (Area) one;
      boolean isInside = area.inside.covers(on);
      double border = Mercator.metres(area.border.distance(on), point.lat());
      if (isInside || border <= metres) {
        found.add(new Near(area.territory, isInside, border));
      }
    }
    return found;
  }
}
