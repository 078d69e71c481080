package org.okno.intake.accesses;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.SealedData;

/**
 * What a request says about persons, sealed.
 *
 * @param persons whom it names
 * @param feedback what the person said when it was settled, oldest first
 */
record SealedRequest(
    UUID id, List<UUID> persons, SealedData sealed, List<SealedFeedback> feedback) {

  /**
   * One of the answers.
   *
   * @param words a sealed block as JSON; null without words
   */
  record SealedFeedback(UUID id, String answer, @Nullable String words, Instant givenAt) {}

  static SealedRequest of(
      UUID id, UUID applicant, UUID beneficiary, SealedData sealed, List<SealedFeedback> feedback) {
    return new SealedRequest(
        id, Stream.of(applicant, beneficiary).distinct().toList(), sealed, feedback);
  }
}
