package org.okno.intake.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.okno.intake.territory.Boundaries.Near;
import org.okno.intake.territory.Candidate.Basis;

/** Finds territories by a point. Where polygons lie in each other, the innermost is meant. */
final class PointSearch {
  /** So near to a border a map, a geocoder or a phone may be wrong about the side, in metres. */
  static final double NEAR_METRES = 50;

  /** Further away no territory is meant: the point is in the sea, or in another country. */
  private static final double REACH_METRES = 300;

  private static final double INSIDE = 0.99;

  /** Where only a region is known to be around the point, somebody has to say what is in it. */
  private static final double WIDE = 0.6;

  /** What a territory keeps that no house nearby belongs to. */
  private static final double UNSUPPORTED = 0.2;

  private final Boundaries boundaries;
  private final KnownPlaces places;
  private final TerritoryTree territories;

  PointSearch(Boundaries boundaries, KnownPlaces places, TerritoryTree territories) {
    this.boundaries = boundaries;
    this.places = places;
    this.territories = territories;
  }

  Candidates find(GeoPoint point) {
    List<Near> near = boundaries.near(point, NEAR_METRES);
    if (near.isEmpty()) {
      near = boundaries.near(point, REACH_METRES);
    }
    List<Near> innermost = innermost(near);
    boolean isNearBorder = innermost.stream().anyMatch(one -> one.borderMetres() <= NEAR_METRES);
    Map<String, Double> houses = isNearBorder ? places.shares(point) : Map.of();
    ToDoubleFunction<Near> weight = one -> weight(one) * weight(one, houses);
    double all = innermost.stream().mapToDouble(weight).sum();
    List<Candidate> candidates =
        innermost.stream()
            .map(
                one ->
                    new Candidate(
                        one.territory(),
                        trust(one.territory()) * weight.applyAsDouble(one) / all,
                        Basis.POINT,
                        one.borderMetres()))
            .toList();
    return new Candidates(candidates, isNearBorder);
  }

  private double trust(String territory) {
    return territories.isWide(territory) ? WIDE : INSIDE;
  }

  private static double weight(Near near, Map<String, Double> houses) {
    return houses.isEmpty() ? 1 : UNSUPPORTED + houses.getOrDefault(near.territory(), 0.0);
  }

  private List<Near> innermost(List<Near> near) {
    List<Near> kept = new ArrayList<>();
    for (Near one : near) {
      boolean hasInner =
          near.stream()
              .anyMatch(
                  other ->
                      other != one
                          && (other.isInside() || !one.isInside())
                          && territories.isWithin(other.territory(), one.territory()));
      if (!hasInner) {
        kept.add(one);
      }
    }
    return kept;
  }

  /** On the border both sides count the same; the far side counts for nothing at 50 m. */
  private static double weight(Near near) {
    double share = Math.min(1, near.borderMetres() / NEAR_METRES) / 2;
    return near.isInside() ? 0.5 + share : Math.max(0.02, 0.5 - share);
  }
}
