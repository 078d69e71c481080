package org.okno.intake.territory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Codes;
import org.okno.intake.territory.KnownPlaces.KnownPlace;
import org.okno.intake.territory.StreetSegment.Side;

/**
 * A row of a street list, as a row of the table {@code street_segment}: see {@link StreetSegment}.
 *
 * @param side {@code odd}, {@code even} or {@code both}
 * @param lat of the house, where it is known
 * @param lon of the house, where it is known
 */
record StreetRow(
    String territory,
    String street,
    @Nullable Integer houseFrom,
    @Nullable Integer houseTo,
    String side,
    double weight,
    @Nullable Double lat,
    @Nullable Double lon) {

  StreetSegment segment() {
    return new StreetSegment(
        territory, street, houseFrom, houseTo, Codes.constant(Side.class, side), weight);
  }

  Optional<KnownPlace> place() {
    return lat == null || lon == null
        ? Optional.empty()
        : Optional.of(new KnownPlace(new GeoPoint(lat, lon), territory));
  }

  // An address is not written into a log.
  @Override
  public String toString() {
    return "StreetRow[territory=" + territory + "]";
  }
}
