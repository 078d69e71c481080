package org.okno.intake.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;
import org.okno.identity.Rows;
import org.okno.intake.directory.CurrentDirectory;
import org.okno.intake.directory.Directory;
import org.okno.intake.questionnaire.QuestionnaireReader;
import org.okno.intake.questionnaire.SubmittedQuestionnaire;
import org.okno.intake.questionnaire.ValidationErrors;
import org.okno.intake.suggestion.SuggestNeeds;
import org.okno.intake.vault.BlindIndex;

/** Makes a submission of a body and its header, or reports all validation errors of both. */
@Singleton
final class ReadSubmission {
  static final int MAX_KEY = 255;

  private final CurrentDirectory directory;
  private final LocateRequest locateRequest;
  private final SuggestNeeds suggestNeeds;
  private final BlindIndex blindIndex;
  private final Clock clock;

  ReadSubmission(
      CurrentDirectory directory,
      LocateRequest locateRequest,
      SuggestNeeds suggestNeeds,
      BlindIndex blindIndex,
      Clock clock) {
    this.directory = directory;
    this.locateRequest = locateRequest;
    this.suggestNeeds = suggestNeeds;
    this.blindIndex = blindIndex;
    this.clock = clock;
  }

  /**
   * The submission.
   *
   * @throws org.okno.http.ProblemException 400 with every validation error, 403 for a channel that
   *     is not the caller's
   */
  Submission read(JsonNode body, @Nullable String idempotencyKey, Sender sender) {
    String key = idempotencyKey == null ? null : idempotencyKey.strip();
    Directory known = directory.get();
    ValidationErrors errors = new ValidationErrors();
    SubmittedQuestionnaire form = read(body, key, known, errors);
    if (form == null) {
      // A code may have been published a moment ago.
      Directory recent = directory.getRecent();
      if (recent != known) {
        errors = new ValidationErrors();
        form = read(body, key, recent, errors);
      }
    }
    if (form == null) {
      throw Problem.invalid(errors.all()).asException();
    }
    if (sender.permitted() instanceof Rows.OfChannel(String own) && !own.equals(form.channel())) {
      throw Problem.of(
              403,
              "other-channel",
              "Not your channel",
              "Post with the channel of your token or key.")
          .asException();
    }
    return new Submission(
        form,
        locateRequest.locate(form),
        needs(form),
        RequestKeys.of(form, key, blindIndex),
        sender.language(),
        sender.actor());
  }

  /** Those that were named; of others nobody is asked: the text says them, or a dispatcher does. */
  private List<AskedNeed> needs(SubmittedQuestionnaire form) {
    return form.needs().isEmpty()
        ? suggestNeeds.in(form.text()).stream().map(AskedNeed::recognized).toList()
        : form.needs().stream().map(AskedNeed::named).toList();
  }

  private @Nullable SubmittedQuestionnaire read(
      JsonNode body, @Nullable String key, Directory codes, ValidationErrors errors) {
    requireKey(body, key, errors);
    return new QuestionnaireReader(codes).read(body, clock.instant(), errors);
  }

  private static void requireKey(JsonNode body, @Nullable String key, ValidationErrors errors) {
    if (key != null) {
      if (key.isEmpty() || key.length() > MAX_KEY) {
        errors.add("header:Idempotency-Key", "expected 1 to " + MAX_KEY + " characters");
      }
    } else if (body.isObject() && !body.hasNonNull("externalId")) {
      errors.add(
          "/externalId",
          "is missing; without it a retry would be a second request. A request that is posted alone"
              + " can have the header Idempotency-Key instead");
    }
  }
}
