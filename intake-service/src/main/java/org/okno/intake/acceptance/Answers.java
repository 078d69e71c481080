package org.okno.intake.acceptance;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.okno.http.Problem;

/** Outcomes as answers of HTTP. */
final class Answers {
  static final String REPLAYED = "Idempotency-Replayed";

  private Answers() {}

  static Response of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> created(accepted.request()).build();
      case Outcome.Replayed replayed -> created(replayed.request()).header(REPLAYED, true).build();
      case Outcome.KeyReused reused -> throw keyReused().asException();
      case Outcome.ExternalIdReused reused -> throw externalIdReused().asException();
    };
  }

  static Problem keyReused() {
    return Problem.of(
        422,
        "idempotency-key-reused",
        "This Idempotency-Key belongs to another questionnaire",
        "Use a new key for each questionnaire, and the same key only to send the same one again.");
  }

  static Problem externalIdReused() {
    return Problem.of(
        409,
        "external-id-reused",
        "The channel gave this externalId to another questionnaire",
        "Use a new externalId for each questionnaire; what was accepted is not changed by sending"
            + " it differently.");
  }

  private static Response.ResponseBuilder created(AcceptedRequest request) {
    return Response.created(URI.create("/v1/requests/" + request.requestId())).entity(request);
  }
}
