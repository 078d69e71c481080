package org.okno.bench.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.okno.intake.territory.GeoPoint;

/**
 * Territories that were renamed between the map and the requests: the requests' name has no
 * polygon, nearly all of its points are in one polygon, and no request has that polygon's name.
 */
final class OtherNames {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final double NEARLY_ALL = 0.8;
  private static final int FEWEST = 20;

  private OtherNames() {}

  /**
   * Codes of polygons by codes that requests use.
   *
   * @param known requests from which may be learnt
   */
  static Map<String, String> learn(
      Map<String, Geometry> polygons, Collection<PlacedTicket> known, TerritoryNames names) {
    Map<String, List<GeoPoint>> points = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (PlacedTicket ticket : known) {
      String code = names.code(ticket.territory());
      used.add(code);
      if (ticket.point() != null && !polygons.containsKey(code)) {
        points.computeIfAbsent(code, c -> new ArrayList<>()).add(ticket.point());
      }
    }
    Map<String, String> found = new HashMap<>();
    polygons.forEach(
        (polygon, shape) -> {
          if (!used.contains(polygon)) {
            PreparedGeometry area = PreparedGeometryFactory.prepare(shape);
            points.forEach(
                (code, its) -> {
                  if (its.size() >= FEWEST && share(area, its) >= NEARLY_ALL) {
                    found.put(code, polygon);
                  }
                });
          }
        });
    return found;
  }

  private static double share(PreparedGeometry area, List<GeoPoint> points) {
    long inside =
        points.stream()
            .filter(
                point ->
                    area.covers(GEOMETRIES.createPoint(new Coordinate(point.lon(), point.lat()))))
            .count();
    return (double) inside / points.size();
  }
}
