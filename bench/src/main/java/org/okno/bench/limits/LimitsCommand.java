package org.okno.bench.limits;

import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.okno.bench.measure.ResultFiles;
import org.okno.bench.measure.Timing;
import org.okno.bench.measure.TimingOptions;
import org.okno.bench.stack.BenchStack;
import org.okno.engines.Home;
import org.okno.engines.stack.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures every limit, on engines of its own. */
@Command(
    name = "limits",
    description =
        "What PostgreSQL (fsync on), Kafka and Debezium can do here without Okno, on engines of its"
            + " own.")
public final class LimitsCommand implements Callable<Integer> {

  @Mixin private TimingOptions options = new TimingOptions();

  @Option(
      names = "--backlog",
      description = "Journal rows of each drain by Debezium (default: ${DEFAULT-VALUE}).")
  private int backlog = 50_000;

  @Override
  public Integer call() throws Exception {
    Timing timing = options.timing();
    ResultFiles files = new ResultFiles(Home.find());
    var result = files.begin("limits");
    try (BenchStack bench =
        BenchStack.start("limits", EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.CONNECT))) {
      result.method("Engines of its own; fsync and synchronous_commit on; " + timing + ".");
      result.method(
          "A request: one row each in person, request and journal, with intake's tables and"
              + " indexes.");
      var database = DatabaseLimits.in(bench.stack().postgres(), bench.data(), Part.INTAKE.label());
      for (int connections : new int[] {1, 8, DatabaseLimits.CONNECTIONS}) {
        result.figure(database.oneCommit(connections, timing));
      }
      result.figure(database.batches(timing));
      result.figure(database.copies(timing));
      KafkaLimits kafka = new KafkaLimits(bench.stack().broker().administrator());
      result.figure(kafka.producer(timing));
      result.figure(kafka.consumer(timing));
      result.method(
          "Debezium: one drain of warm-up, then %d of %,d rows each, from first to last record."
              .formatted(timing.runs(), backlog));
      result.figure(new DebeziumLimit(bench.stack(), database, backlog).drain(timing));
    }
    files.write(result);
    return 0;
  }
}
