package org.okno.cases.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.okno.cases.consents.ConsentForm;
import org.okno.cases.consents.GivenConsent;
import org.okno.cases.programmes.ProgrammeChange.Agree;
import org.okno.cases.programmes.ProgrammeChange.Complete;
import org.okno.cases.programmes.ProgrammeChange.Result;
import org.okno.cases.programmes.ProgrammeChange.Review;
import org.okno.cases.programmes.ProgrammeChange.Revise;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent.ProgrammeDrafted;
import org.okno.contracts.CaseEvent.ProgrammeEvent;
import org.okno.contracts.ProgrammeStep;
import org.okno.http.Problem.FieldError;

/** What can be done with a programme in each state, and what its events make of it. */
class ProgrammeChangeTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final UUID NEED = UUID.randomUUID();
  private static final Map<String, AgencyRef> AGENCIES = Map.of("a", new AgencyRef("a", "A"));
  private static final ProgrammeContext CONTEXT =
      new ProgrammeContext(
          ProgrammeCodes.shippedOnes(),
          Set.of(NEED),
          AGENCIES,
          NOW,
          new Actor("b7c2", "specialist"));
  private static final GivenConsent CONSENT =
      new GivenConsent(ConsentForm.IN_WRITING, NOW.minusSeconds(60));
  private static final ProgrammePlan PLAN =
      plan(step(1, "food-aid", APRIL), step(2, "employment", JUNE, 1));

  private final ProgrammeRow draft =
      ProgrammeRow.drafted(
          new ProgrammeDrafted(
              PLAN.of(
                  UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 1, AGENCIES, List.of()),
              NOW,
              CONTEXT.actor()));
  private final ProgrammeRow active = after(draft, new Agree(CONSENT));
  private final ProgrammeRow completed = after(active, new Complete("goals-reached"));

  @Test
  void shouldAllowInEachStateWhatItSays() {
    Review review = new Review("on-track", List.of(1), JUNE);

    assertThat(decide(draft, review)).isEqualTo(Result.IS_DRAFT);
    assertThat(decide(draft, new Complete("not-reached"))).isInstanceOf(Result.Changed.class);
    assertThat(decide(active, review)).isInstanceOf(Result.Changed.class);
    assertThat(decide(active, new Agree(new GivenConsent(ConsentForm.ONLINE, NOW))))
        .isEqualTo(Result.IS_AGREED);
    assertThat(decide(completed, review)).isEqualTo(Result.IS_COMPLETED);
    assertThat(decide(completed, new Agree(CONSENT))).isEqualTo(Result.IS_COMPLETED);
    assertThat(decide(completed, revise(PLAN))).isEqualTo(Result.IS_COMPLETED);
  }

  @Test
  void shouldRepeatWhatSucceeded() {
    Review review = new Review("on-track", List.of(1), JUNE);

    assertThat(decide(active, new Agree(CONSENT))).isInstanceOf(Result.Repeated.class);
    assertThat(decide(active, revise(PLAN))).isInstanceOf(Result.Repeated.class);
    assertThat(decide(after(active, review), review)).isInstanceOf(Result.Repeated.class);
    assertThat(decide(completed, new Complete("goals-reached")))
        .isInstanceOf(Result.Repeated.class);
    assertThat(decide(completed, new Complete("moved-away"))).isEqualTo(Result.IS_COMPLETED);
  }

  @Test
  void shouldKeepWhatIsDoneThroughARevisionAndAskForAConsentToIt() {
    ProgrammeRow reviewed = after(active, new Review("behind", List.of(1), JUNE));
    ProgrammePlan longer =
        plan(
            step(1, "food-aid", APRIL),
            step(2, "training", JUNE, 1),
            step(3, "employment", JUNE, 2));
    Revise revision = new Revise(longer, "situation-changed", CONSENT);

    ProgrammeRow revised = after(reviewed, revision);

    assertThat(revised.version()).isEqualTo(4);
    assertThat(revised.programme().steps())
        .extracting(ProgrammeStep::done)
        .containsExactly(true, false, false);
    assertThat(pointers(reviewed, new Revise(longer, "situation-changed", null)))
        .containsExactly("/consent");
    assertThat(pointers(draft, new Revise(longer, "situation-changed", null))).isEmpty();
    assertThat(pointers(reviewed, new Revise(plan(step(2, "training", JUNE)), "because", CONSENT)))
        .containsExactly("/plan/steps", "/reason");
  }

  @Test
  void shouldFindAStepDoneOnlyAfterThoseBeforeIt() {
    assertThat(pointers(active, new Review("on-track", List.of(2), JUNE)))
        .containsExactly("/done/0");
    assertThat(pointers(active, new Review("on-track", List.of(2, 1), JUNE))).isEmpty();
    assertThat(pointers(active, new Review("fine", List.of(7), LocalDate.of(2026, 3, 1))))
        .containsExactly("/outcome", "/reviewOn", "/done/0");
  }

  @Test
  void shouldNameEveryFieldOfAPlanThatIsWrong() {
    ProgrammePlan wrong =
        new ProgrammePlan(
            List.of("stable-income", "stable-income", "riches"),
            List.of(
                step(1, "food-aid", JUNE),
                new ProgrammePlan.Step(
                    1, "magic", "nobody", UUID.randomUUID(), APRIL, List.of(1, 9))),
            LocalDate.of(9999, 1, 1));

    assertThat(wrong.errors("", CONTEXT.codes(), CONTEXT.needs(), AGENCIES))
        .extracting(FieldError::pointer)
        .containsExactly(
            "/goals",
            "/goals/2",
            "/reviewOn",
            "/steps/1/number",
            "/steps/1/step",
            "/steps/1/agency",
            "/steps/1/needId",
            "/steps/1/dueOn",
            "/steps/1/after/1");
    assertThat(PLAN.errors("", CONTEXT.codes(), CONTEXT.needs(), AGENCIES)).isEmpty();
  }

  @Test
  void shouldHaveATextInThreeLanguagesForEveryCode() {
    assertThat(ProgrammeCodes.shippedOnes().all())
        .hasSizeGreaterThan(30)
        .allSatisfy(
            code -> {
              assertThat(code.ru()).matches(".*[а-яё].*");
              assertThat(code.kk()).matches(".*[а-яәіңғүұқөһ].*");
              assertThat(code.en()).matches("[A-Za-z -]+");
            });
  }

  private static Revise revise(ProgrammePlan plan) {
    return new Revise(plan, "correction", CONSENT);
  }

  private static Result decide(ProgrammeRow row, ProgrammeChange change) {
    return change.decide(row.programme(), row.state(), CONTEXT);
  }

  private static List<String> pointers(ProgrammeRow row, ProgrammeChange change) {
    return change.errors(row.programme(), row.state(), CONTEXT).stream()
        .map(FieldError::pointer)
        .toList();
  }

  private static ProgrammeRow after(ProgrammeRow row, ProgrammeChange change) {
    if (decide(row, change) instanceof Result.Changed(ProgrammeEvent event)) {
      return row.on(event);
    }
    throw new AssertionError("the change is not possible");
  }

  private static ProgrammePlan plan(ProgrammePlan.Step... steps) {
    return new ProgrammePlan(List.of("stable-income"), List.of(steps), JUNE);
  }

  private static ProgrammePlan.Step step(int number, String code, LocalDate due, Integer... after) {
    return new ProgrammePlan.Step(number, code, "a", NEED, due, List.of(after));
  }
}
