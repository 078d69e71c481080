package org.okno.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.okno.bench.load.Schedule.Arrival;

class ScheduleTest {

  @Test
  void shouldSpreadArrivalsEvenlyWithinAPhase() {
    List<Arrival> arrivals = Schedule.constant(2, 4).arrivals();

    assertThat(arrivals)
        .extracting(Arrival::nanos)
        .containsExactly(
            0L,
            250_000_000L,
            500_000_000L,
            750_000_000L,
            1_000_000_000L,
            1_250_000_000L,
            1_500_000_000L,
            1_750_000_000L);
    assertThat(arrivals).extracting(Arrival::second).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
  }

  @Test
  void shouldFollowOnePhaseByTheNext() {
    Phase slow = new Phase("slow", 2, 1);
    Phase fast = new Phase("fast", 1, 2);
    Schedule schedule = new Schedule(List.of(slow, fast));

    assertThat(schedule.arrivals())
        .extracting(Arrival::nanos)
        .containsExactly(0L, 1_000_000_000L, 2_000_000_000L, 2_500_000_000L);
    assertThat(schedule.begin(fast)).isEqualTo(2);
    assertThat(schedule.seconds()).isEqualTo(3);
  }

  @Test
  void shouldSpikeAtFifteenTwentyFiveAndThirtyFiveTimesTheBase() {
    List<Phase> phases = Phase.spikes(10, 1);

    assertThat(phases.stream().filter(Phase::isSpike))
        .extracting(Phase::rate)
        .containsExactly(150.0, 250.0, 350.0);
    assertThat(new Schedule(phases).seconds()).isEqualTo(270);
    assertThat(new Schedule(Phase.spikes(10, 0.1)).seconds()).isEqualTo(27);
  }

  @Test
  void shouldLetAllArriveOnce() throws InterruptedException {
    ConcurrentLinkedQueue<Integer> arrived = new ConcurrentLinkedQueue<>();

    OpenModel.run(Schedule.constant(1, 50), (arrival, due) -> arrived.add(arrival.number()));

    assertThat(arrived).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void shouldTellHowSoonTheRateIsBack() {
    OutcomesBySecond seconds = new OutcomesBySecond(4);
    seconds.accepted(0, 900_000_000L);
    seconds.accepted(1, 300_000_000L);
    seconds.accepted(2, 5_000_000L);
    seconds.accepted(3, 5_000_000L);

    assertThat(seconds.recovery(0, 4, 1, 100)).isEqualTo(2);
    assertThat(seconds.recovery(0, 2, 1, 100)).isEqualTo(2);
  }
}
