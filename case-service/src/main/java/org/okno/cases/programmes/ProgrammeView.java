package org.okno.cases.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.cases.consents.GivenConsent;
import org.okno.cases.programmes.ProgrammeCodes.Kind;
import org.okno.cases.programmes.ProgrammeState.Active;
import org.okno.cases.programmes.ProgrammeState.Completed;
import org.okno.contracts.Consent;
import org.okno.contracts.Programme;
import org.okno.contracts.ProgrammeStep;
import org.okno.http.AgencyView;

/** A programme as HTTP shows it; it says nothing of the person. What its state lacks is absent. */
@Schema(name = "Programme", description = "What is planned for one person, over needs and agencies")
record ProgrammeView(
    @Schema(description = "Id of the programme", required = true) UUID programmeId,
    @Schema(description = "Id of the request in whose case it was drafted", required = true)
        UUID requestId,
    @Schema(description = "Id of the person", required = true) UUID personId,
    @Schema(
            description = "Where it stands",
            examples = "active",
            enumeration = {"draft", "active", "completed"},
            required = true)
        String status,
    @Schema(description = "What is to be reached", required = true) List<CodedText> goals,
    @Schema(description = "Its steps, in the order in which they are planned", required = true)
        List<Step> steps,
    @Schema(
            description = "When the plan is looked at next",
            examples = "2026-06-01",
            required = true)
        LocalDate reviewOn,
    @Schema(description = "That the person agreed; absent while it is a draft")
        @Nullable GivenConsent consent,
    @Schema(description = "The last review; absent before the first") @Nullable Review lastReview,
    @Schema(description = "How it ended") @Nullable CodedText outcome,
    @Schema(description = "When it ended") @Nullable Instant completedAt,
    @Schema(
            description = "Version of the programme, as in its ETag",
            examples = "1",
            minimum = "1",
            required = true)
        long version) {

  /** A step. */
  @Schema(name = "ProgrammeStep", description = "A step of a programme")
  record Step(
      @Schema(description = "Its number", examples = "1", required = true) int number,
      @Schema(description = "What", required = true) CodedText step,
      @Schema(description = "Who", required = true) AgencyView agency,
      @Schema(description = "The need that it serves; absent where it serves none")
          @Nullable UUID needId,
      @Schema(description = "By when", examples = "2026-04-15", required = true) LocalDate dueOn,
      @Schema(description = "Numbers of the steps before it", examples = "[1]", required = true)
          List<Integer> after,
      @Schema(description = "Whether a review found it done", examples = "false", required = true)
          boolean done) {

    static Step of(ProgrammeStep step, Locale language) {
      return new Step(
          step.number(),
          CodedText.of(Kind.STEP, step.step(), language),
          AgencyView.of(step.agency()),
          step.needId(),
          step.dueOn(),
          step.after(),
          step.done());
    }
  }

  /** A review. */
  @Schema(name = "LastReview", description = "What the last review found")
  record Review(
      @Schema(description = "What was found", required = true) CodedText outcome,
      @Schema(
              description = "Numbers of the steps that it found done",
              examples = "[1]",
              required = true)
          List<Integer> done,
      @Schema(description = "When", required = true) Instant reviewedAt) {

    private static @Nullable Review of(ProgrammeState state, Locale language) {
      return state instanceof Active(Consent consent, ProgrammeState.Review last) && last != null
          ? new Review(
              CodedText.of(Kind.REVIEW, last.outcome(), language), last.done(), last.reviewedAt())
          : null;
    }
  }

  static ProgrammeView of(ProgrammeRow row, Locale language) {
    Programme programme = row.programme();
    ProgrammeState state = row.state();
    Consent consent = state.consent();
    return new ProgrammeView(
        row.id(),
        row.requestId(),
        row.personId(),
        row.status(),
        programme.goals().stream().map(code -> CodedText.of(Kind.GOAL, code, language)).toList(),
        programme.steps().stream().map(step -> Step.of(step, language)).toList(),
        programme.reviewOn(),
        consent == null ? null : GivenConsent.of(consent),
        Review.of(state, language),
        state instanceof Completed completed
            ? CodedText.of(Kind.COMPLETION, completed.outcome(), language)
            : null,
        state instanceof Completed completed ? completed.completedAt() : null,
        row.version());
  }
}
