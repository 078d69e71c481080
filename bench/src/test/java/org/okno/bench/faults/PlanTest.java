package org.okno.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.okno.engines.stack.Part;

class PlanTest {

  @Test
  void shouldBeTheSameForTheSameSeed() {
    assertThat(Plan.of(7, 50, 5)).isEqualTo(Plan.of(7, 50, 5)).isNotEqualTo(Plan.of(8, 50, 5));
  }

  @Test
  void shouldBeginAsAShorterPlanOfTheSeedBegins() {
    assertThat(Plan.of(7, 50, 5).steps())
        .startsWith(Plan.of(7, 10, 5).steps().toArray(new Plan.Step[0]));
  }

  @Test
  void shouldKillEveryPartSoonerOrLater() {
    assertThat(Plan.of(1, 500, 5).steps())
        .extracting(Plan.Step::fault)
        .filteredOn(Fault.Kill.class::isInstance)
        .extracting(fault -> ((Fault.Kill) fault).part())
        .contains(Part.values());
  }

  @Test
  void shouldKnowEveryKindOfFault() {
    assertThat(Plan.of(1, 500, 5).steps())
        .extracting(step -> (Object) step.fault().getClass())
        .contains(
            Fault.Kill.class, Fault.Pause.class, Fault.ColdBroker.class, Fault.NewConnector.class);
  }

  @Test
  void shouldWaitFromHalfToOneAndAHalfOfTheTimeBetween() {
    assertThat(Plan.of(3, 500, 4).steps())
        .allSatisfy(step -> assertThat(step.waitMillis()).isBetween(2000L, 6000L));
  }
}
