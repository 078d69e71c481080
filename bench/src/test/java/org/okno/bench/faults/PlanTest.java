package org.okno.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.okno.engines.stack.Part;

class PlanTest {

  private static final Set<Kind> MIX = Kind.ofDefaultMix();

  @Test
  void shouldBeTheSameForTheSameSeed() {
    assertThat(Plan.of(7, 50, 5, MIX))
        .isEqualTo(Plan.of(7, 50, 5, MIX))
        .isNotEqualTo(Plan.of(8, 50, 5, MIX));
  }

  @Test
  void shouldBeginAsAShorterPlanOfTheSeedBegins() {
    assertThat(Plan.of(7, 50, 5, MIX).steps())
        .startsWith(Plan.of(7, 10, 5, MIX).steps().toArray(new Plan.Step[0]));
  }

  @Test
  void shouldKillEveryPartSoonerOrLater() {
    assertThat(Plan.of(1, 500, 5, EnumSet.of(Kind.KILL)).steps())
        .extracting(step -> ((Fault.Kill) step.fault()).part())
        .contains(Part.values());
  }

  @Test
  void shouldHaveEveryKindOfTheDefaultMixAndNoOther() {
    assertThat(Plan.of(1, 1000, 5, MIX).counts().keySet()).isEqualTo(MIX);
    assertThat(MIX).contains(Kind.LINK, Kind.KILL_OF_TWO, Kind.ERASURE, Kind.IMPORT);
  }

  @Test
  void shouldHaveOnlyTheKindsThatAreNamed() {
    Set<Kind> named = EnumSet.of(Kind.CLOCK, Kind.SLOT);

    assertThat(Plan.of(1, 50, 5, named).counts().keySet()).isEqualTo(named);
  }

  @Test
  void shouldKillTwoDifferentPartsAtOnce() {
    assertThat(Plan.of(1, 500, 5, EnumSet.of(Kind.KILL_OF_TWO)).steps())
        .extracting(step -> (Fault.KillOfTwo) step.fault())
        .allSatisfy(fault -> assertThat(fault.one()).isNotEqualTo(fault.other()));
  }

  @Test
  void shouldWaitFromHalfToOneAndAHalfOfTheTimeBetween() {
    assertThat(Plan.of(3, 500, 4, MIX).steps())
        .allSatisfy(step -> assertThat(step.waitMillis()).isBetween(2000L, 6000L));
  }

  @Test
  void shouldKillEachVictimDuringReplaysOfEveryConsumer() {
    assertThat(Plan.of(1, 500, 5, EnumSet.of(Kind.REPLAY)).steps())
        .extracting(step -> (Fault.KillDuringReplay) step.fault())
        .satisfies(
            faults -> {
              assertThat(faults)
                  .extracting(Fault.KillDuringReplay::victim)
                  .contains(Fault.KillDuringReplay.Victim.values());
              assertThat(faults)
                  .extracting(Fault.KillDuringReplay::letters)
                  .containsAll(DeadLetterTopic.ALL);
            });
  }

  @Test
  void shouldMountDisksOnlyForKindsThatAreNamed() {
    assertThat(MIX).noneMatch(Kind::needsDisks);
    assertThat(Plan.of(1, 50, 5, EnumSet.of(Kind.DISK_FULL)).steps())
        .extracting(step -> ((Fault.FullDisk) step.fault()).engine())
        .contains(Part.POSTGRES, Part.KAFKA);
  }
}
