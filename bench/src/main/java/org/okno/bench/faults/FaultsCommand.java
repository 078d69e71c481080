package org.okno.bench.faults;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.ResultFiles;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.ChannelAdapters;
import org.okno.bench.stack.SampleQuestionnaire;
import org.okno.engines.Home;
import org.okno.engines.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Injects seeded faults while requests keep coming, then checks the ledger. Exit code 1 for
 * breaches.
 */
@Command(
    name = "faults",
    description =
        "Injects seeded faults while requests keep coming, then checks that nothing is lost or doubled.")
public final class FaultsCommand implements Callable<Integer> {

  private static final int ADAPTERS = 8;
  private static final int REPAIR_INTERVAL_MILLIS = 1000;

  @Option(names = "--kills", description = "How many faults (default: ${DEFAULT-VALUE}).")
  private int kills = 50;

  @Option(names = "--seed", description = "The same seed, the same faults (default: 1).")
  private long seed = 1;

  @Option(
      names = "--seconds-between",
      description = "Seconds from one fault to the next, on average (default: ${DEFAULT-VALUE}).")
  private int secondsBetween = 5;

  @Option(names = "--rate", description = "Posts a second at most (default: ${DEFAULT-VALUE}).")
  private int rate = 50;

  @Option(names = "--dry-run", description = "Only prints the faults of the seed.")
  private boolean dryRun;

  private volatile boolean ended;

  @Override
  public Integer call() throws Exception {
    Plan plan = Plan.of(seed, kills, secondsBetween);
    if (dryRun) {
      plan.steps().forEach(System.out::println);
      return 0;
    }
    ResultFiles files = new ResultFiles(Home.find());
    var result = files.begin("faults-seed-" + seed);
    Ledger ledger;
    try (BenchStack bench = BenchStack.start("faults-" + seed, BenchStack.whole())) {
      ledger = run(bench, plan, new Log());
      if (!ledger.breaches().isEmpty()) {
        bench.keep();
      }
    }
    report(ledger, result);
    files.write(result);
    return ledger.breaches().isEmpty() ? 0 : 1;
  }

  private Ledger run(BenchStack bench, Plan plan, Log log) throws Exception {
    Stack stack = bench.stack();
    SampleQuestionnaire codes = SampleQuestionnaire.of(bench.services());
    Thread repairing = Thread.ofVirtual().start(() -> repair(stack, log));
    String prefix = "fault-" + System.nanoTime() + "-";
    ChannelAdapters adapters =
        new ChannelAdapters(
            bench.services(),
            ADAPTERS,
            Duration.ofMillis(1000L * ADAPTERS / rate),
            number -> codes.body(prefix + number, "%07d".formatted(number)));
    AgencyStaff staff = new AgencyStaff(bench.services(), adapters);
    try (adapters;
        staff) {
      injectAll(plan, new FaultInjection(stack, log), adapters, log);
    }
    log.say(
        "no more faults; %d accepted, %d resolved; waiting for the flow to settle"
            .formatted(adapters.accepted().size(), staff.resolved()));
    Ledger ledger =
        Ledger.close(bench.services(), adapters, new CaseLog(stack.broker().bootstrapServers()));
    log.say("the flow has settled, and all is compared");
    ended = true;
    repairing.join();
    return ledger;
  }

  private static void injectAll(
      Plan plan, FaultInjection injection, ChannelAdapters adapters, Log log) throws Exception {
    for (Plan.Step step : plan.steps()) {
      Thread.sleep(step.waitMillis());
      int accepted = adapters.accepted().size();
      log.say("%3d  %6d accepted  %s".formatted(step.number(), accepted, step.fault()));
      injection.inject(step.fault());
      log.say("     ready again");
    }
  }

  /** As Strimzi does in production, and {@code ./okno up} on one machine. */
  private void repair(Stack stack, Log log) {
    while (!ended) {
      try {
        Thread.sleep(REPAIR_INTERVAL_MILLIS);
        stack.repair(log::say);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void report(Ledger ledger, Result.Collector result) {
    result.method(
        "Seed %d: %d faults, %d s apart on average; at most %d posts a second by retrying adapters."
            .formatted(seed, kills, secondsBetween, rate));
    result.figure(Figure.of("faults, seed " + seed, "faults", kills));
    result.figure(Figure.of("accepted", "requests", ledger.accepted()));
    result.figure(Figure.of("cases", "cases", ledger.cases()));
    result.figure(
        Figure.of("repeated records on okno.cases", "records", ledger.history().duplicates()));
    result.figure(Figure.of("breaches of the ledger", "breaches", ledger.breaches().size()));
    ledger.breaches().stream().limit(20).forEach(result::method);
    System.out.println(
        ledger.breaches().isEmpty()
            ? "Nothing lost, nothing twice, all in order."
            : "THE LEDGER DOES NOT HOLD");
  }
}
