package org.okno.cases.programmes;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.cases.consents.GivenConsent;
import org.okno.cases.programmes.ProgrammeCodes.Kind;
import org.okno.cases.programmes.ProgrammeState.Active;
import org.okno.cases.programmes.ProgrammeState.Completed;
import org.okno.cases.programmes.ProgrammeState.Draft;
import org.okno.contracts.CaseEvent.ProgrammeAgreed;
import org.okno.contracts.CaseEvent.ProgrammeCompleted;
import org.okno.contracts.CaseEvent.ProgrammeEvent;
import org.okno.contracts.CaseEvent.ProgrammeReviewed;
import org.okno.contracts.CaseEvent.ProgrammeRevised;
import org.okno.contracts.Programme;
import org.okno.contracts.ProgrammeStep;
import org.okno.http.Problem.FieldError;

/** What staff can do with a programme; as JSON the body of the request. */
sealed interface ProgrammeChange {

  /** What the rules make of a change. */
  sealed interface Result {
    Rejected IS_DRAFT =
        new Rejected(
            "The person has not agreed to the programme. Possible now: consent, revision, completion.");
    Rejected IS_COMPLETED =
        new Rejected("The programme has ended. Nothing is possible now: draft another one.");
    Rejected IS_AGREED =
        new Rejected(
            "The person agreed already. Possible now: revision with a consent, review, completion.");

    /** This event happens. */
    record Changed(ProgrammeEvent event) implements Result {}

    /** The same change succeeded before; nothing changes. */
    record Repeated() implements Result {}

    /**
     * The state does not allow the change; nothing changes.
     *
     * @param reason what is wrong, and what is possible
     */
    record Rejected(String reason) implements Result {}
  }

  /** What becomes of the change for a programme in this state. */
  Result decide(Programme programme, ProgrammeState state, ProgrammeContext context);

  /** Every validation error; only for a change that happens. */
  List<FieldError> errors(Programme programme, ProgrammeState state, ProgrammeContext context);

  /** Ids of the agencies that it names. */
  default Set<String> agencyIds() {
    return Set.of();
  }

  /** The person agrees to the programme as it is. */
  @Schema(name = "ProgrammeConsent", description = "The person agrees to the programme as it is")
  record Agree(
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(description = "That the person agreed", required = true)
          GivenConsent consent)
      implements ProgrammeChange {
    @Override
    public Result decide(Programme programme, ProgrammeState state, ProgrammeContext context) {
      return switch (state) {
        case Draft draft ->
            new Result.Changed(
                new ProgrammeAgreed(
                    next(programme), consent.recorded(), context.at(), context.actor()));
        case Active active when active.consent().equals(consent.recorded()) ->
            new Result.Repeated();
        case Active active -> Result.IS_AGREED;
        case Completed completed -> Result.IS_COMPLETED;
      };
    }

    @Override
    public List<FieldError> errors(
        Programme programme, ProgrammeState state, ProgrammeContext context) {
      return consent.errors("/consent", context.at());
    }
  }

  /** The plan changes; one that is followed with a new consent. */
  @Schema(name = "ProgrammeRevision", description = "A changed plan, and why it changed")
  record Revise(
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(
              description = "The whole plan as it should be; what is done stays in it",
              required = true)
          ProgrammePlan plan,
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(
              description = "Why. Codes of the kind revision: GET /v1/programme-codes",
              examples = "situation-changed",
              required = true)
          String reason,
      @Schema(
              description =
                  "That the person agreed to the changed plan; required unless it is a draft")
          @Nullable GivenConsent consent)
      implements ProgrammeChange {
    @Override
    public Set<String> agencyIds() {
      return plan.agencyIds();
    }

    @Override
    public Result decide(Programme programme, ProgrammeState state, ProgrammeContext context) {
      return switch (state) {
        case Completed completed -> Result.IS_COMPLETED;
        case ProgrammeState same when plan.isOf(programme) -> new Result.Repeated();
        case Draft draft -> revised(programme, context);
        case Active active -> revised(programme, context);
      };
    }

    private Result revised(Programme programme, ProgrammeContext context) {
      return new Result.Changed(
          new ProgrammeRevised(
              plan.of(
                  programme.id(),
                  programme.requestId(),
                  programme.personId(),
                  programme.version() + 1,
                  context.agencies(),
                  programme.steps()),
              reason,
              consent == null ? null : consent.recorded(),
              context.at(),
              context.actor()));
    }

    @Override
    public List<FieldError> errors(
        Programme programme, ProgrammeState state, ProgrammeContext context) {
      List<FieldError> errors =
          new ArrayList<>(
              plan.errors("/plan", context.codes(), context.needs(), context.agencies()));
      List<Integer> missing = plan.missingDone(programme);
      if (!missing.isEmpty()) {
        errors.add(
            new FieldError("/plan/steps", "expected the steps that are done too: " + missing));
      }
      if (!context.codes().has(Kind.REVISION, reason)) {
        errors.add(new FieldError("/reason", "there is no reason with this code"));
      }
      if (consent != null) {
        errors.addAll(consent.errors("/consent", context.at()));
      } else if (state instanceof Active) {
        errors.add(new FieldError("/consent", "is missing: the person has to agree to the change"));
      }
      return errors;
    }
  }

  /** Somebody looks at what became of the plan. */
  @Schema(name = "ProgrammeReview", description = "What became of the plan")
  record Review(
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(
              description = "What was found. Codes of the kind review: GET /v1/programme-codes",
              examples = "on-track",
              required = true)
          String outcome,
      @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
          @Schema(
              description = "Numbers of the steps that were found done, besides earlier ones",
              examples = "[1]",
              required = true)
          List<Integer> done,
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(
              description = "When the plan is looked at next",
              examples = "2026-09-01",
              required = true)
          LocalDate reviewOn)
      implements ProgrammeChange {
    @Override
    public Result decide(Programme programme, ProgrammeState state, ProgrammeContext context) {
      return switch (state) {
        case Draft draft -> Result.IS_DRAFT;
        case Active active when isLast(programme, active) -> new Result.Repeated();
        case Active active ->
            new Result.Changed(
                new ProgrammeReviewed(
                    reviewed(programme), outcome, done, context.at(), context.actor()));
        case Completed completed -> Result.IS_COMPLETED;
      };
    }

    private boolean isLast(Programme programme, Active active) {
      ProgrammeState.Review last = active.lastReview();
      return last != null
          && last.outcome().equals(outcome)
          && last.done().equals(done)
          && programme.reviewOn().equals(reviewOn);
    }

    private Programme reviewed(Programme programme) {
      return new Programme(
          programme.id(),
          programme.requestId(),
          programme.personId(),
          programme.goals(),
          programme.steps().stream()
              .map(step -> done.contains(step.number()) ? step.asDone() : step)
              .toList(),
          reviewOn,
          programme.version() + 1);
    }

    @Override
    public List<FieldError> errors(
        Programme programme, ProgrammeState state, ProgrammeContext context) {
      List<FieldError> errors = new ArrayList<>();
      if (!context.codes().has(Kind.REVIEW, outcome)) {
        errors.add(new FieldError("/outcome", "there is no outcome with this code"));
      }
      if (reviewOn.isBefore(LocalDate.ofInstant(context.at(), ZoneOffset.UTC))) {
        errors.add(new FieldError("/reviewOn", "expected a day that is not past"));
      }
      Set<Integer> doneThen =
          programme.steps().stream()
              .filter(ProgrammeStep::done)
              .map(ProgrammeStep::number)
              .collect(Collectors.toCollection(HashSet::new));
      doneThen.addAll(done);
      for (int i = 0; i < done.size(); i++) {
        errors.addAll(errors("/done/" + i, done.get(i), doneThen, programme));
      }
      return errors;
    }

    private static List<FieldError> errors(
        String pointer, int number, Set<Integer> doneThen, Programme programme) {
      return programme.steps().stream()
          .filter(step -> step.number() == number)
          .findFirst()
          .map(
              step ->
                  step.after().stream()
                      .filter(before -> !doneThen.contains(before))
                      .map(
                          before ->
                              new FieldError(
                                  pointer,
                                  "it comes after step %d, which is not done".formatted(before)))
                      .toList())
          .orElseGet(
              () -> List.of(new FieldError(pointer, "expected the number of a step of the plan")));
    }
  }

  /** The programme ends. */
  @Schema(name = "ProgrammeCompletion", description = "How the programme ended")
  record Complete(
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(
              description = "How. Codes of the kind completion: GET /v1/programme-codes",
              examples = "goals-reached",
              required = true)
          String outcome)
      implements ProgrammeChange {
    @Override
    public Result decide(Programme programme, ProgrammeState state, ProgrammeContext context) {
      return switch (state) {
        case Draft draft -> completed(programme, context);
        case Active active -> completed(programme, context);
        case Completed completed when completed.outcome().equals(outcome) -> new Result.Repeated();
        case Completed completed -> Result.IS_COMPLETED;
      };
    }

    private Result completed(Programme programme, ProgrammeContext context) {
      return new Result.Changed(
          new ProgrammeCompleted(next(programme), outcome, context.at(), context.actor()));
    }

    @Override
    public List<FieldError> errors(
        Programme programme, ProgrammeState state, ProgrammeContext context) {
      return context.codes().has(Kind.COMPLETION, outcome)
          ? List.of()
          : List.of(new FieldError("/outcome", "there is no outcome with this code"));
    }
  }

  private static Programme next(Programme programme) {
    return new Programme(
        programme.id(),
        programme.requestId(),
        programme.personId(),
        programme.goals(),
        programme.steps(),
        programme.reviewOn(),
        programme.version() + 1);
  }
}
