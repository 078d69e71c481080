package org.okno.intake.accesses;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.okno.contracts.SealedData;

/**
 * What a request says about persons, sealed.
 *
 * @param persons whom it names
 * @param permitted whether it is among the rows that the caller may open
 */
record SealedRequest(UUID id, List<UUID> persons, SealedData sealed, boolean permitted) {
  static SealedRequest of(
      UUID id, UUID applicant, UUID beneficiary, SealedData sealed, boolean permitted) {
    return new SealedRequest(
        id, Stream.of(applicant, beneficiary).distinct().toList(), sealed, permitted);
  }
}
