package org.okno.cases.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.okno.contracts.AllowedTime;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.CaseEvent.DeadlineMissed;
import org.okno.contracts.CaseEvent.DeadlineWarned;
import org.okno.contracts.CaseEvent.NeedAssigned;
import org.okno.contracts.CaseEvent.NeedEscalated;
import org.okno.contracts.CaseEvent.NeedPaused;
import org.okno.contracts.CaseEvent.NeedResumed;
import org.okno.contracts.Deadline;
import org.okno.testkit.SampleRequest;

class DeadlineRowTest {
  private static final Instant AT = Instant.parse("2026-03-02T06:00:00Z");
  private static final AllowedTime HOUR = new AllowedTime(60, "minutes");

  private final SampleRequest request = SampleRequest.of("food");
  private final CaseEvent assigned =
      new NeedAssigned(
          request.ref(0),
          SampleRequest.agency("a"),
          at(60),
          AT,
          null,
          null,
          List.of(
              new Deadline(Deadline.RESPONSE, HOUR, at(60), at(45)),
              new Deadline(Deadline.RESOLUTION, HOUR, at(60), at(45))));

  @Test
  void shouldEndTheResponseWithTheAcceptanceAndAllWithTheOutcome() {
    CaseEvent accepted = request.accepted("a", Duration.ofMinutes(5));

    assertThat(after(assigned)).hasSize(2);
    assertThat(after(assigned, accepted))
        .extracting(DeadlineRow::kind)
        .containsExactly(Deadline.RESOLUTION);
    assertThat(after(assigned, accepted, request.resolved("a", Duration.ofMinutes(9)))).isEmpty();
  }

  @Test
  void shouldCountTheStepsOfTheDeadlineThatTheyAreOf() {
    List<DeadlineRow> rows =
        after(
            assigned,
            new DeadlineWarned(request.ref(0), null, "response", at(60), at(45), at(60)),
            new DeadlineMissed(request.ref(0), null, "response", at(60), at(60), at(60)),
            new NeedEscalated(
                request.ref(0), null, "response", at(60), "level-above", at(60), null));

    assertThat(rows.getFirst().steps()).isEqualTo(3);
    assertThat(rows.getFirst().level()).isEqualTo(2);
    assertThat(rows.getFirst().stepAt()).isNull();
    assertThat(rows.getLast().steps()).isZero();
    assertThat(rows.getLast().stepAt()).isEqualTo(at(45));
  }

  @Test
  void shouldStandStillInAPauseAndGoOnWhereTheResumptionSays() {
    CaseEvent paused =
        new NeedPaused(
            request.ref(0), SampleRequest.agency("a"), at(10), SampleRequest.by("specialist"));
    CaseEvent resumed =
        new NeedResumed(
            request.ref(0),
            SampleRequest.agency("a"),
            at(100),
            SampleRequest.by("specialist"),
            List.of(
                new Deadline(Deadline.RESPONSE, HOUR, at(150), at(135)),
                new Deadline(Deadline.RESOLUTION, HOUR, at(150), at(135))));

    assertThat(after(assigned, paused)).extracting(DeadlineRow::stepAt).containsOnlyNulls();
    assertThat(after(assigned, paused).getFirst().spans()).isEmpty();
    assertThat(after(assigned, paused, resumed))
        .allSatisfy(
            row -> {
              assertThat(row.dueAt()).isEqualTo(at(150));
              assertThat(row.stepAt()).isEqualTo(at(135));
              assertThat(row.spans()).containsExactly(new Span(at(10), at(100)));
            });
  }

  private static List<DeadlineRow> after(CaseEvent... events) {
    List<DeadlineRow> rows = List.of();
    for (CaseEvent event : events) {
      rows = DeadlineRow.after(rows, event);
    }
    return rows;
  }

  private static Instant at(long minutes) {
    return AT.plus(Duration.ofMinutes(minutes));
  }
}
