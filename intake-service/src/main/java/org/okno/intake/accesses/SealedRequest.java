package org.okno.intake.accesses;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.okno.contracts.SealedData;

/**
 * What a request says about persons, sealed.
 *
 * @param persons whom it names
 */
record SealedRequest(UUID id, List<UUID> persons, SealedData sealed) {
  static SealedRequest of(UUID id, UUID applicant, UUID beneficiary, SealedData sealed) {
    return new SealedRequest(id, Stream.of(applicant, beneficiary).distinct().toList(), sealed);
  }
}
