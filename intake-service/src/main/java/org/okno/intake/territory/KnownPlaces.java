package org.okno.intake.territory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Houses whose point and territory are known. Along a border they know better than a drawn line on
 * which side of the street it runs.
 */
public final class KnownPlaces {
  /** Within so many metres a house says something of its neighbour. */
  private static final double REACH_METRES = 30;

  /** So near two houses are as good as one, in metres. */
  private static final double SAME_METRES = 5;

  private final STRtree tree = new STRtree();

  /**
   * A house.
   *
   * @param territory the code of the territory it belongs to
   */
  public record KnownPlace(GeoPoint point, String territory) {}

  private record OnPlane(Coordinate at, String territory) {}

  KnownPlaces(Collection<KnownPlace> places) {
    for (KnownPlace place : places) {
      Coordinate at = Mercator.project(place.point().lat(), place.point().lon());
      tree.insert(new Envelope(at), new OnPlane(at, place.territory()));
    }
    tree.build();
  }

  /**
   * How much the houses around a point speak for each territory: the sum is 1, or there is none.
   */
  Map<String, Double> shares(GeoPoint point) {
    Coordinate at = Mercator.project(point.lat(), point.lon());
    Envelope around = new Envelope(at);
    around.expandBy(Mercator.distance(REACH_METRES, point.lat()));
    Map<String, Double> shares = new HashMap<>();
    double all = 0;
    for (Object one : (List<?>) tree.query(around)) {
      OnPlane place = (OnPlane) one;
      double metres = Mercator.metres(place.at.distance(at), point.lat());
      if (metres <= REACH_METRES) {
        double weight = Math.pow(metres + SAME_METRES, -2);
        shares.merge(place.territory, weight, Double::sum);
        all += weight;
      }
    }
    double sum = all;
    shares.replaceAll((territory, weight) -> weight / sum);
    return shares;
  }
}
