package org.okno.bench.load;

import java.time.Duration;
import java.util.Set;
import org.okno.bench.load.Schedule.Arrival;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.Series;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.NewCaseCounter;
import org.okno.bench.stack.SampleQuestionnaire;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/** The spike shape: what is rejected, what is lost, how soon the rate recovers. */
final class Spikes {

  /** The rate has recovered when a second's arrivals are all accepted, 99 of 100 within this. */
  private static final double RECOVERED_MILLIS = 100;

  private final BenchStack bench;
  private final SampleQuestionnaire codes;
  private final Services adapter;
  private final Schedule schedule;
  private final OutcomesBySecond seconds;
  private final String prefix = "spike-" + System.nanoTime();

  Spikes(BenchStack bench, SampleQuestionnaire codes, Schedule schedule) {
    this.bench = bench;
    this.codes = codes;
    this.adapter = bench.as(SampleQuestionnaire.ADAPTER);
    this.schedule = schedule;
    this.seconds = new OutcomesBySecond(schedule.seconds());
  }

  void measure(Result.Collector result) throws Exception {
    try (NewCaseCounter cases = bench.newCaseCounter()) {
      measure(result, cases);
    }
  }

  private void measure(Result.Collector result, NewCaseCounter cases) throws Exception {
    long behind = OpenModel.run(schedule, this::arrive);
    result.method(
        "Spikes: open model of its own on the JDK's HTTP client, one try an arrival; "
            + "the generator was at most %.1f ms behind.".formatted(behind / 1e6));
    for (Phase phase : schedule.phases()) {
      report(phase, result);
    }
    cases.await(seconds.accepted(), System.nanoTime(), Duration.ofSeconds(60));
    result.figure(Figure.of("spikes: accepted", "requests", seconds.accepted()));
    result.figure(
        Figure.of(
            "spikes: rejected for load (429, 503 with Retry-After)", "requests", seconds.busy()));
    result.figure(Figure.of("spikes: failed otherwise", "requests", seconds.failed()));
    result.figure(
        Figure.of("spikes: accepted and lost", "requests", seconds.accepted() - cases.now()));
    for (double percentile : new double[] {50, 99}) {
      String name = percentile == 50 ? "median" : "p99";
      result.series(
          new Series("spikes", name, "second", "accepted within, ms", seconds.points(percentile)));
    }
  }

  private void report(Phase phase, Result.Collector result) {
    int begin = schedule.begin(phase);
    int end = begin + phase.seconds();
    String name = "%s (%.0f/s): ".formatted(phase.name(), phase.rate());
    result.figure(
        Figure.of(
            name + "accepted", "1/s", seconds.accepted(begin, end) / (double) phase.seconds()));
    result.figure(
        Figure.of(name + "p99 of the worst second", "ms", seconds.millis(begin, end, 99)));
    if (phase.name().startsWith("valley")) {
      long wanted = (long) phase.rate();
      result.figure(
          Figure.of(
              name + "rate is back after",
              "s",
              seconds.recovery(begin, end, wanted, RECOVERED_MILLIS)));
    }
  }

  private void arrive(Arrival arrival, long due) {
    int second = arrival.second();
    try {
      String id = prefix + "-" + arrival.number();
      String phone = "%07d".formatted(arrival.number());
      Reply reply = adapter.post("intake", "/v1/requests", codes.body(id, phone));
      if (reply.status() == 201) {
        seconds.accepted(second, System.nanoTime() - due);
      } else if (Set.of(429, 503).contains(reply.status()) && reply.retryAfter() != null) {
        seconds.busy(second);
      } else {
        seconds.failed(second);
      }
    } catch (RuntimeException e) {
      seconds.failed(second);
    }
  }
}
