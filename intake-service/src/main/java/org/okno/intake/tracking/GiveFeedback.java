package org.okno.intake.tracking;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.IntakeEvent.FeedbackGiven;
import org.okno.contracts.RequestStatus;
import org.okno.contracts.SealedBlock;
import org.okno.http.Problem;
import org.okno.http.RateLimits;
import org.okno.intake.tracking.FeedbackRepository.Asked;
import org.okno.intake.vault.SealWords;
import org.okno.messaging.EventIds;
import org.okno.messaging.Journal;
import org.okno.messaging.Json;

/** The person says whether a settled request helped: the row and its event in one transaction. */
@Singleton
class GiveFeedback {
  private static final int MAX_REQUESTS = 100_000;

  /** Answers that differ, of one request: whoever changes their mind has some. */
  private static final RateLimits.Rate ANSWERS = RateLimits.Rate.of(10, Duration.ofHours(1));

  private final RateLimits<UUID> limits = new RateLimits<>(MAX_REQUESTS, request -> ANSWERS);
  private final TrackingRepository requests;
  private final FeedbackRepository feedback;
  private final SealWords sealWords;
  private final Journal journal;
  private final Clock clock;

  GiveFeedback(
      TrackingRepository requests,
      FeedbackRepository feedback,
      SealWords sealWords,
      Journal journal,
      Clock clock) {
    this.requests = requests;
    this.feedback = feedback;
    this.sealWords = sealWords;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Stores what was said. The same answer again, while the request stays settled, gets the first
   * response and changes nothing.
   *
   * @param number as it is stored
   * @return empty where there is no such request
   * @throws org.okno.http.ProblemException 409 while the request is not settled; 429 where its
   *     answer changed too often
   */
  @Transactional
  Optional<StoredFeedback> give(String number, SubmittedFeedback submitted) {
    return feedback.lock(number).map(request -> give(request, number, submitted));
  }

  private StoredFeedback give(Asked request, String number, SubmittedFeedback submitted) {
    TrackedState state = TrackedState.of(requests.find(number));
    if (state.status() != RequestStatus.SETTLED) {
      throw Problem.of(
              409,
              "not-settled",
              "The request is not finished",
              "Say whether it helped when it is. GET /v1/track/{number} tells what happens now.")
          .asException();
    }
    return feedback
        .latest(request.id())
        .filter(latest -> latest.answer().equals(submitted.answer().code()))
        .filter(latest -> !latest.givenAt().isBefore(state.changedAt()))
        .map(GiveFeedback::stored)
        .orElseGet(() -> stored(store(request, submitted)));
  }

  private FeedbackRow store(Asked request, SubmittedFeedback submitted) {
    requireFew(request.id());
    UUID id = EventIds.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    SealedBlock words = sealed(id, request.applicantId(), submitted.cleanWords());
    String answer = submitted.answer().code();
    FeedbackRow row =
        new FeedbackRow(id, request.id(), answer, words == null ? null : Json.write(words), now);
    feedback.insert(row);
    journal.append(List.of(new FeedbackGiven(request.id(), id, answer, words, now)));
    return row;
  }

  private void requireFew(UUID request) {
    limits
        .take(request)
        .ifPresent(
            wait -> {
              throw Problem.of(
                      429,
                      "too-many-answers",
                      "The answer changed too often",
                      "The last answer is stored, this one is not. Try again later.")
                  .retryAfter(wait)
                  .asException();
            });
  }

  private @Nullable SealedBlock sealed(UUID id, UUID applicant, @Nullable String words) {
    return words == null ? null : sealWords.seal(id, applicant, words).orElse(null);
  }

  private static StoredFeedback stored(FeedbackRow row) {
    return new StoredFeedback(row.answer(), row.givenAt());
  }
}
