package org.okno.cases.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.okno.cases.deadlines.ProductionCalendar.Kind;
import org.okno.contracts.AllowedTime;
import org.okno.contracts.Deadline;

class DeadlineRulesTest {
  private static final Instant FRIDAY_16 = Instant.parse("2026-03-06T12:00:00Z");
  private static final List<DeadlineStep> STEPS =
      DeadlineStep.parse(List.of("0.75 warned", "1 missed", "1.5 duty-officer"));

  private final DeadlineRules rules =
      new DeadlineRules(
          Map.of("ru", new ProductionCalendar(Map.of(LocalDate.of(2026, 3, 9), Kind.OFF))),
          Map.of("Europe/Samara", "ru"),
          STEPS,
          Map.of());
  private final WorkingTime office = rules.workingTime(OpeningHours.OFFICE, "Europe/Samara");

  @Test
  void shouldTakeStepsInTheHoursOfTheAgency() {
    Deadline deadline = deadline("240 working-minutes");

    assertThat(deadline.dueAt()).as("Tuesday, 11:00").isEqualTo("2026-03-10T07:00:00Z");
    assertThat(deadline.nextStepAt()).as("Tuesday, 10:00").isEqualTo("2026-03-10T06:00:00Z");
    assertThat(step(1, deadline, office)).isEqualTo(deadline.dueAt());
    assertThat(step(2, deadline, office)).as("13:00").isEqualTo("2026-03-10T09:00:00Z");
    assertThat(step(3, deadline, office)).isNull();
  }

  @Test
  void shouldTakeStepsAroundTheClockWhereTheLimitRunsSo() {
    Deadline deadline = deadline("240 minutes");

    assertThat(deadline.nextStepAt()).isEqualTo("2026-03-06T15:00:00Z");
    assertThat(step(2, deadline, DeadlineRules.timeOf(deadline.allowed(), office)))
        .isEqualTo("2026-03-06T18:00:00Z");
  }

  @Test
  void shouldMoveDueTimeAndStepsByPauses() {
    List<Span> pauses = List.of(new Span(FRIDAY_16, Instant.parse("2026-03-10T07:00:00Z")));

    Deadline moved =
        rules.deadline(
            Deadline.RESPONSE,
            AllowedTime.parse("240 working-minutes"),
            FRIDAY_16,
            office,
            pauses,
            0);

    assertThat(moved.dueAt()).as("Tuesday, 15:00").isEqualTo("2026-03-10T11:00:00Z");
    assertThat(moved.nextStepAt()).as("Tuesday, 14:00").isEqualTo("2026-03-10T10:00:00Z");
  }

  @Test
  void shouldWarnBeforeALimitInDays() {
    Deadline deadline = deadline("1 working-days");

    assertThat(deadline.dueAt()).isEqualTo("2026-03-10T14:00:00Z");
    assertThat(deadline.nextStepAt()).as("8.25 of 11 hours").isEqualTo("2026-03-10T11:15:00Z");
  }

  @Test
  void shouldRejectStepsThatAreOutOfOrderOrUnknown() {
    assertThatThrownBy(() -> DeadlineStep.parse(List.of("1 missed", "0.5 warned")))
        .hasMessage("steps are in the order in which they are taken");
    assertThatThrownBy(() -> DeadlineStep.parse(List.of("1 warned")))
        .hasMessageContaining("a share below 1");
    assertThatThrownBy(() -> DeadlineStep.parse(List.of("1.5 mayor")))
        .hasMessageContaining("expected warned");
    assertThatThrownBy(() -> DeadlineStep.parse(List.of("soon"))).hasMessageContaining("0.75");
  }

  private Deadline deadline(String allowed) {
    return rules.deadline(Deadline.RESPONSE, AllowedTime.parse(allowed), FRIDAY_16, office);
  }

  private @Nullable Instant step(int index, Deadline deadline, WorkingTime time) {
    return rules.stepAt(index, FRIDAY_16, deadline.dueAt(), time, List.of());
  }
}
