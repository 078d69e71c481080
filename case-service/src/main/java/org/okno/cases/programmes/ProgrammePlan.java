package org.okno.cases.programmes;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.cases.programmes.ProgrammeCodes.Kind;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.Programme;
import org.okno.contracts.ProgrammeStep;
import org.okno.http.Problem.FieldError;

/** What is planned, as staff send it. */
@Schema(name = "ProgrammePlan", description = "What is planned; codes, no words")
record ProgrammePlan(
    @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
        @Schema(
            description =
                "At least one, each once. Codes of the kind goal: GET /v1/programme-codes",
            examples = "[\"stable-income\"]",
            required = true,
            minItems = 1)
        List<String> goals,
    @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
        @Schema(
            description = "At least one, at most 50, in the order in which they are planned",
            required = true,
            minItems = 1,
            maxItems = ProgrammePlan.MOST_STEPS)
        List<Step> steps,
    @JsonSetter(nulls = Nulls.FAIL)
        @Schema(
            description = "When the plan is looked at next",
            examples = "2026-06-01",
            required = true)
        LocalDate reviewOn) {
  static final int MOST_STEPS = 50;
  private static final int LATEST_YEAR = 2100;

  ProgrammePlan {
    goals = List.copyOf(goals);
    steps = List.copyOf(steps);
  }

  /** One step. */
  @Schema(name = "PlannedStep", description = "A step: what, who, by when, after which")
  record Step(
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(
              description = "By which the steps name each other; it stays the step's own",
              examples = "1",
              minimum = "1",
              required = true)
          Integer number,
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(
              description = "What. Codes of the kind step: GET /v1/programme-codes",
              examples = "apply-for-benefit",
              required = true)
          String step,
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(
              description = "Who. Ids: GET /v1/directory/agencies of routing",
              examples = "social-care-north",
              required = true)
          String agency,
      @Schema(description = "The need of the case that it serves; absent where it serves none")
          @Nullable UUID needId,
      @JsonSetter(nulls = Nulls.FAIL)
          @Schema(description = "By when", examples = "2026-04-15", required = true)
          LocalDate dueOn,
      @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
          @Schema(
              description = "Numbers of the steps that come before it; none where absent",
              examples = "[1]")
          @Nullable List<Integer> after) {

    private List<Integer> before() {
      return after == null ? List.of() : after;
    }
  }

  /**
   * Every validation error.
   *
   * @param needs ids of the needs of the case
   * @param agencies those of the directory that the steps name, by id
   */
  List<FieldError> errors(
      String pointer, ProgrammeCodes codes, Set<UUID> needs, Map<String, AgencyRef> agencies) {
    List<FieldError> errors = new ArrayList<>();
    if (goals.isEmpty() || goals.stream().distinct().count() < goals.size()) {
      errors.add(new FieldError(pointer + "/goals", "expected at least one goal, each once"));
    }
    for (int i = 0; i < goals.size(); i++) {
      if (!codes.has(Kind.GOAL, goals.get(i))) {
        errors.add(new FieldError(pointer + "/goals/" + i, "there is no goal with this code"));
      }
    }
    if (steps.isEmpty() || steps.size() > MOST_STEPS) {
      errors.add(
          new FieldError(pointer + "/steps", "expected 1 to %d steps".formatted(MOST_STEPS)));
    }
    if (reviewOn.getYear() > LATEST_YEAR || reviewOn.getYear() < 1) {
      errors.add(new FieldError(pointer + "/reviewOn", "expected a day until the year 2100"));
    }
    Map<Integer, Step> earlier = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      addErrors(errors, pointer + "/steps/" + i, steps.get(i), earlier, codes, needs, agencies);
      earlier.putIfAbsent(steps.get(i).number(), steps.get(i));
    }
    return errors;
  }

  private static void addErrors(
      List<FieldError> errors,
      String pointer,
      Step step,
      Map<Integer, Step> earlier,
      ProgrammeCodes codes,
      Set<UUID> needs,
      Map<String, AgencyRef> agencies) {
    if (step.number() < 1 || earlier.containsKey(step.number())) {
      errors.add(new FieldError(pointer + "/number", "expected a number from 1, each once"));
    }
    if (!codes.has(Kind.STEP, step.step())) {
      errors.add(new FieldError(pointer + "/step", "there is no step with this code"));
    }
    if (!agencies.containsKey(step.agency())) {
      errors.add(new FieldError(pointer + "/agency", "there is no agency with this id"));
    }
    if (step.needId() != null && !needs.contains(step.needId())) {
      errors.add(new FieldError(pointer + "/needId", "expected the id of a need of this case"));
    }
    if (step.dueOn().getYear() > LATEST_YEAR || step.dueOn().getYear() < 1) {
      errors.add(new FieldError(pointer + "/dueOn", "expected a day until the year 2100"));
    }
    // Steps name earlier ones only: so there is no circle.
    for (int i = 0; i < step.before().size(); i++) {
      Step before = earlier.get(step.before().get(i));
      if (before == null) {
        errors.add(
            new FieldError(
                pointer + "/after/" + i, "expected the number of a step above this one"));
      } else if (before.dueOn().isAfter(step.dueOn())) {
        errors.add(
            new FieldError(pointer + "/dueOn", "expected a day that is not before the step above"));
      }
    }
  }

  /** Ids of the agencies that the steps name. */
  Set<String> agencyIds() {
    return steps.stream().map(Step::agency).collect(Collectors.toSet());
  }

  /** Steps that were done before and are not in this plan as they were. */
  List<Integer> missingDone(Programme before) {
    Set<String> kept =
        steps.stream().map(one -> one.number() + " " + one.step()).collect(Collectors.toSet());
    return before.steps().stream()
        .filter(ProgrammeStep::done)
        .filter(one -> !kept.contains(one.number() + " " + one.step()))
        .map(ProgrammeStep::number)
        .toList();
  }

  /** The programme on this plan, valid or not: what was done before stays done. */
  Programme of(
      UUID id,
      UUID requestId,
      UUID personId,
      long version,
      Map<String, AgencyRef> agencies,
      List<ProgrammeStep> before) {
    Set<Integer> done =
        before.stream()
            .filter(ProgrammeStep::done)
            .map(ProgrammeStep::number)
            .collect(Collectors.toCollection(HashSet::new));
    return new Programme(
        id,
        requestId,
        personId,
        goals,
        steps.stream()
            .map(
                one ->
                    new ProgrammeStep(
                        one.number(),
                        one.step(),
                        agencies.getOrDefault(
                            one.agency(), new AgencyRef(one.agency(), one.agency())),
                        one.needId(),
                        one.dueOn(),
                        one.before(),
                        done.contains(one.number())))
            .toList(),
        reviewOn,
        version);
  }

  /** Whether a programme has this plan: the request is repeated. */
  boolean isOf(Programme programme) {
    Map<String, AgencyRef> agencies =
        programme.steps().stream()
            .map(ProgrammeStep::agency)
            .collect(Collectors.toMap(AgencyRef::id, Function.identity(), (one, same) -> one));
    return agencies.keySet().containsAll(agencyIds())
        && of(
                programme.id(),
                programme.requestId(),
                programme.personId(),
                programme.version(),
                agencies,
                programme.steps())
            .equals(programme);
  }
}
