package org.okno.intake.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Accepts one questionnaire, from whichever channel and however it was made: validated, committed,
 * recognized where it is a retry, and logged.
 */
@Singleton
public class AcceptQuestionnaire {
  private final ReadSubmission readSubmission;
  private final AcceptRequest acceptRequest;
  private final AcceptanceLog log;

  AcceptQuestionnaire(
      ReadSubmission readSubmission, AcceptRequest acceptRequest, AcceptanceLog log) {
    this.readSubmission = readSubmission;
    this.acceptRequest = acceptRequest;
    this.log = log;
  }

  /**
   * What Okno keeps.
   *
   * @param isReplayed whether it was accepted before
   */
  public record Confirmation(AcceptedRequest request, boolean isReplayed) {}

  /**
   * The confirmation, after its commit.
   *
   * @param idempotencyKey null where the questionnaire has an external id
   * @throws org.okno.http.ProblemException 400 with every validation error, 403 for a channel that
   *     is not the sender's, 409 or 422 where a key belongs to another questionnaire, 503 where it
   *     cannot be committed now
   */
  public Confirmation accept(
      JsonNode questionnaire, @Nullable String idempotencyKey, Sender sender) {
    Submission submission = readSubmission.read(questionnaire, idempotencyKey, sender);
    Outcome outcome = acceptRequest.accept(submission);
    log.record(submission, outcome);
    return switch (outcome) {
      case Outcome.Accepted accepted -> new Confirmation(accepted.request(), false);
      case Outcome.Replayed replayed -> new Confirmation(replayed.request(), true);
      case Outcome.Rejected rejected -> throw rejected.problem().asException();
    };
  }
}
