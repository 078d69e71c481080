package org.okno.cases.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.cases.programmes.ProgrammeCodes.Kind;
import org.okno.contracts.CaseEvent.ProgrammeAgreed;
import org.okno.contracts.CaseEvent.ProgrammeCompleted;
import org.okno.contracts.CaseEvent.ProgrammeDrafted;
import org.okno.contracts.CaseEvent.ProgrammeEvent;
import org.okno.contracts.CaseEvent.ProgrammeReviewed;
import org.okno.contracts.CaseEvent.ProgrammeRevised;
import org.okno.contracts.EventType;
import org.okno.contracts.Programme;
import org.okno.http.ActorView;

/** A version of a programme: what happened, why, who did it, and the plan with it. */
@Schema(name = "ProgrammeVersion", description = "A version of a programme, and why there is one")
record ProgrammeVersionView(
    @Schema(description = "The version", examples = "2", minimum = "1", required = true)
        long version,
    @Schema(
            description = "Type of the event that made it",
            examples = "org.okno.case.programme-revised.v1",
            required = true)
        String type,
    @Schema(description = "When", required = true) Instant at,
    @Schema(description = "Why the plan was revised; absent where it was not")
        @Nullable CodedText reason,
    @Schema(description = "What a review found, or how the programme ended")
        @Nullable CodedText outcome,
    @Schema(description = "What was to be reached", required = true) List<CodedText> goals,
    @Schema(description = "Its steps then", required = true) List<ProgrammeView.Step> steps,
    @Schema(
            description = "When it was to be looked at next",
            examples = "2026-06-01",
            required = true)
        LocalDate reviewOn,
    @Schema(description = "Who did it", required = true) ActorView actor) {

  static ProgrammeVersionView of(ProgrammeEvent event, Locale language) {
    Programme programme = event.programme();
    return new ProgrammeVersionView(
        programme.version(),
        EventType.of(event).typeName(),
        event.time(),
        event instanceof ProgrammeRevised revised
            ? CodedText.of(Kind.REVISION, revised.reason(), language)
            : null,
        outcome(event, language),
        programme.goals().stream().map(code -> CodedText.of(Kind.GOAL, code, language)).toList(),
        programme.steps().stream().map(step -> ProgrammeView.Step.of(step, language)).toList(),
        programme.reviewOn(),
        new ActorView(event.actor().subject(), event.actor().role()));
  }

  private static @Nullable CodedText outcome(ProgrammeEvent event, Locale language) {
    return switch (event) {
      case ProgrammeReviewed it -> CodedText.of(Kind.REVIEW, it.outcome(), language);
      case ProgrammeCompleted it -> CodedText.of(Kind.COMPLETION, it.outcome(), language);
      case ProgrammeDrafted drafted -> null;
      case ProgrammeAgreed agreed -> null;
      case ProgrammeRevised revised -> null;
    };
  }
}
