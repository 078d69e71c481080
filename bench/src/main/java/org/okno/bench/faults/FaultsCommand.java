package org.okno.bench.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.ResultFiles;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.SampleQuestionnaire;
import org.okno.engines.Home;
import org.okno.engines.stack.Ports;
import org.okno.engines.stack.Stack;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Injects seeded faults while requests keep coming, then checks the ledger. Exit code 1 for
 * breaches.
 */
@Command(
    name = "faults",
    description =
        "Injects seeded faults while requests keep coming, then checks that nothing is lost or"
            + " doubled.")
public final class FaultsCommand implements Callable<Integer> {

  private static final int ADAPTERS = 8;
  private static final int REPAIR_INTERVAL_MILLIS = 1000;

  @Option(names = "--kills", description = "How many faults (default: ${DEFAULT-VALUE}).")
  private int kills = 50;

  @Option(
      names = "--kinds",
      split = ",",
      converter = KindName.class,
      completionCandidates = KindNames.class,
      description =
          "Only faults of these kinds: ${COMPLETION-CANDIDATES} (default: all but the last four,"
              + " which are not survived or not tried yet). --list tells what they are.")
  private Set<Kind> kinds = Kind.ofDefaultMix();

  @Option(names = "--list", description = "Only prints the kinds of faults.")
  private boolean list;

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
    Plan plan = Plan.of(seed, kills, secondsBetween, kinds);
    if (list) {
      Arrays.stream(Kind.values()).map(FaultsCommand::line).forEach(System.out::println);
      return 0;
    }
    if (dryRun) {
      plan.steps().forEach(System.out::println);
      return 0;
    }
    ResultFiles files = new ResultFiles(Home.find());
    var result = files.begin("faults-seed-" + seed);
    Ports ports = Ports.random();
    Ledger ledger;
    try (Network network = new Network(ports);
        BenchStack bench = BenchStack.start("faults-" + seed, ports, network.links())) {
      ledger = run(bench, network, plan, new Log());
      if (!ledger.breaches().isEmpty()) {
        bench.keep();
      }
    }
    report(plan, ledger, result);
    files.write(result);
    return ledger.breaches().isEmpty() ? 0 : 1;
  }

  private Ledger run(BenchStack bench, Network network, Plan plan, Log log) throws Exception {
    Stack stack = bench.stack();
    Services anybody = bench.as(Caller.ADMINISTRATOR);
    SampleQuestionnaire sample = SampleQuestionnaire.of(anybody);
    Submissions submissions =
        new Submissions(seed, "fault-" + System.nanoTime(), sample, Submissions.Codes.of(anybody));
    Thread repairing = Thread.ofVirtual().start(() -> repair(stack, log));
    AcceptedRequests accepted = new AcceptedRequests();
    Duration pause = Duration.ofMillis(1000L * ADAPTERS / rate);
    ChannelAdapters adapters =
        new ChannelAdapters(bench.services(), ADAPTERS, pause, submissions::of, accepted);
    Staff staff = new Staff(bench.services(), accepted);
    try (staff;
        adapters) {
      Operator operator = new Operator(bench, network, log);
      Processes processes = new Processes(stack, log);
      injectAll(
          plan,
          new FaultInjection(stack, processes, network, operator, staff::eraseAll),
          accepted,
          log);
    }
    log.say(
        "no more faults; %d accepted, %d steps of staff; waiting for the flow to settle"
            .formatted(accepted.size(), staff.confirmed().size()));
    Ledger ledger = Ledger.close(bench, accepted.all(), staff.confirmed(), adapters.unexpected());
    log.say("the flow has settled, and all is compared");
    ended = true;
    repairing.join();
    return ledger;
  }

  private static void injectAll(
      Plan plan, FaultInjection injection, AcceptedRequests accepted, Log log) throws Exception {
    for (Plan.Step step : plan.steps()) {
      Thread.sleep(step.waitMillis());
      log.say("%3d  %6d accepted  %s".formatted(step.number(), accepted.size(), step.fault()));
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

  private void report(Plan plan, Ledger ledger, Result.Collector result) {
    result.method(
        "Seed %d: %d faults, %d s apart on average; at most %d posts a second by retrying adapters."
            .formatted(seed, kills, secondsBetween, rate));
    result.method("Kinds: %s.".formatted(labels(kinds)));
    plan.counts().forEach((kind, count) -> result.figure(Figure.of(kind.label(), "faults", count)));
    result.figure(Figure.of("faults, seed " + seed, "faults", kills));
    result.figure(Figure.of("accepted", "requests", ledger.accepted()));
    result.figure(Figure.of("cases", "cases", ledger.cases()));
    result.figure(Figure.of("confirmed steps of staff", "steps", ledger.steps()));
    result.figure(Figure.of("numbers of the summary counted again", "numbers", ledger.cells()));
    result.figure(
        Figure.of("repeated records on okno.cases", "records", ledger.history().duplicates()));
    result.figure(Figure.of("breaches of the ledger", "breaches", ledger.breaches().size()));
    ledger.breaches().stream().limit(20).forEach(result::method);
    System.out.println(
        ledger.breaches().isEmpty()
            ? "Nothing lost, nothing twice, all in order."
            : "THE LEDGER DOES NOT HOLD");
  }

  private static String line(Kind kind) {
    return "%-22s %s%s"
        .formatted(
            kind.label(),
            kind.description(),
            Kind.ofDefaultMix().contains(kind) ? "" : " (only when named)");
  }

  private static String labels(Set<Kind> kinds) {
    return kinds.stream().map(Kind::label).collect(Collectors.joining(", "));
  }

  /** The names of all kinds, for the help. */
  static final class KindNames implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return Arrays.stream(Kind.values()).map(Kind::label).iterator();
    }
  }

  /** A kind by its name. */
  static final class KindName implements ITypeConverter<Kind> {
    @Override
    public Kind convert(String name) {
      return EnumSet.allOf(Kind.class).stream()
          .filter(kind -> kind.label().equals(name.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no kind of fault '%s': %s"
                          .formatted(name, labels(EnumSet.allOf(Kind.class)))));
    }
  }
}
