package org.okno.intake.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.okno.intake.directory.Directory.Territory;
import org.okno.intake.territory.AddressWords.Kind;
import org.okno.intake.territory.KnownPlaces.KnownPlace;

/**
 * Finds the territory of a point, of an address, or of both. Never changes; threads may share it.
 */
public final class TerritoryFinder {
  /** What a candidate that only one of point and address knows keeps beside the other. */
  private static final double UNSUPPORTED = 0.05;

  private final TerritoryTree territories;
  private final PointSearch points;
  private final AddressSearch addresses;

  /**
   * Indexes what is known.
   *
   * @param otherNames codes of territories by other names that people use
   */
  public TerritoryFinder(
      Collection<Territory> territories,
      Map<String, String> otherNames,
      Boundaries boundaries,
      Collection<KnownPlace> places,
      Collection<StreetSegment> streets) {
    this.territories = new TerritoryTree(territories, otherNames);
    this.points = new PointSearch(boundaries, new KnownPlaces(places), this.territories);
    this.addresses = new AddressSearch(new Streets(streets), this.territories);
  }

  /**
   * The form in which names of territories are compared: what they are called (city, district …),
   * endings and the order of words do not matter.
   */
  public static String nameKey(String name) {
    return Name.of(name, Kind.LOCALITY).words();
  }

  /** The territories that may be meant; with both given, each supports the other. */
  public Candidates find(@Nullable GeoPoint point, @Nullable String address) {
    Candidates byPoint = point == null ? Candidates.NONE : points.find(point);
    Candidates byAddress = address == null ? Candidates.NONE : addresses.find(address);
    if (byPoint.all().isEmpty()) {
      return byAddress;
    }
    return byAddress.all().isEmpty() ? byPoint : both(byPoint, byAddress);
  }

  /** The smallest territory in which all candidates lie; null where there is none. */
  public @Nullable String around(Candidates candidates) {
    return territories.around(candidates.all().stream().map(Candidate::territory).toList());
  }

  /** Products of the confidences: where the two contradict each other, nothing is clear. */
  private Candidates both(Candidates byPoint, Candidates byAddress) {
    Map<String, Candidate> products = new HashMap<>();
    for (Candidate one : byPoint.all()) {
      products.put(
          one.territory(), one.withConfidence(one.confidence() * confidence(byAddress, one)));
    }
    for (Candidate one : byAddress.all()) {
      products.putIfAbsent(one.territory(), one.withConfidence(one.confidence() * UNSUPPORTED));
    }
    double all = products.values().stream().mapToDouble(Candidate::confidence).sum();
    double trust =
        Math.max(
            byPoint.best().map(Candidate::confidence).orElse(0.0),
            byAddress.best().map(Candidate::confidence).orElse(0.0));
    List<Candidate> candidates = new ArrayList<>();
    products
        .values()
        .forEach(one -> candidates.add(one.withConfidence(trust * one.confidence() / all)));
    return new Candidates(candidates, byPoint.isNearBorder());
  }

  /**
   * Of the candidate that is this territory, or lies around it: an address may name a city only.
   */
  private double confidence(Candidates others, Candidate one) {
    Optional<Candidate> same =
        others.all().stream()
            .filter(other -> territories.isWithin(one.territory(), other.territory()))
            .findFirst();
    return same.map(Candidate::confidence).orElse(UNSUPPORTED);
  }
}
