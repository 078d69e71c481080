package org.okno.intake.accesses;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.SealedData;

/**
 * What a request says about persons, sealed.
 *
 * @param persons whom it names
 * @param needs of the request, with how they were recognized
 * @param feedback what the person said when it was settled, oldest first
 */
record SealedRequest(
    UUID id,
    List<UUID> persons,
    List<RequestedNeed> needs,
    SealedData sealed,
    List<SealedFeedback> feedback) {

  /**
   * One of the answers.
   *
   * @param words a sealed block as JSON; null without words
   */
  record SealedFeedback(UUID id, String answer, @Nullable String words, Instant givenAt) {}

  static SealedRequest of(
      UUID id,
      UUID applicant,
      UUID beneficiary,
      List<RequestedNeed> needs,
      SealedData sealed,
      List<SealedFeedback> feedback) {
    return new SealedRequest(
        id, Stream.of(applicant, beneficiary).distinct().toList(), needs, sealed, feedback);
  }
}
