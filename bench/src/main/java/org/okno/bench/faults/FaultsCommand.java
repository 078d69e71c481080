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
import org.okno.engines.EngineException;
import org.okno.engines.Home;
import org.okno.engines.stack.Stack;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
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
  private static final int SHOWN = 20;
  private static final int REPAIR_INTERVAL_MILLIS = 1000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--kills", description = "How many faults (default: ${DEFAULT-VALUE}).")
  private int kills = 50;

  @Option(
      names = "--kinds",
      split = ",",
      converter = KindName.class,
      completionCandidates = KindNames.class,
      description =
          "Only faults of these kinds: ${COMPLETION-CANDIDATES} (default: those that"
              + " --list does not mark).")
  private Set<Kind> kinds = Kind.ofDefaultMix();

  @Option(
      names = "--list",
      description = "Only prints the kinds of faults, and which need to be named.")
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

  @Option(
      names = "--instances",
      description =
          "How often each service runs, 1 or 2 (default: ${DEFAULT-VALUE}). Requests go to the"
              + " instances in turn, and so do faults.")
  private int instances = 1;

  private volatile boolean ended;

  @Override
  public Integer call() throws Exception {
    requirePossible();
    Plan plan = Plan.of(seed, kills, secondsBetween, kinds);
    if (list) {
      Arrays.stream(Kind.values()).map(FaultsCommand::line).forEach(System.out::println);
      return 0;
    }
    if (dryRun) {
      plan.steps().forEach(System.out::println);
      return 0;
    }
    if (kinds.stream().anyMatch(Kind::needsDisks) && !MountNamespace.isEntered()) {
      return MountNamespace.run(spec.commandLine().getParseResult().originalArgs());
    }
    Home home = Home.find();
    ResultFiles files = new ResultFiles(home);
    var result = files.begin("faults-seed-" + seed);
    LocalCommand local = new LocalCommand(home);
    Ledger ledger;
    try (StackUnderFaults stack =
        StackUnderFaults.start("faults-" + seed, kinds, instances, local)) {
      ledger = run(stack, local, plan, new Log());
      if (!ledger.breaches().isEmpty()) {
        stack.bench().keep();
      }
    }
    report(plan, ledger, result);
    files.write(result);
    return ledger.breaches().isEmpty() ? 0 : 1;
  }

  private void requirePossible() {
    if (instances != 1 && instances != 2) {
      throw new EngineException("--instances must be 1 or 2, not " + instances);
    }
    if (kinds.contains(Kind.SUPERVISOR) && (kinds.size() > 1 || instances > 1)) {
      throw new EngineException(
          "./okno up supervises no second instances, and restarts what another fault kills:"
              + " name supervisor alone.");
    }
  }

  private Ledger run(StackUnderFaults stack, LocalCommand local, Plan plan, Log log)
      throws Exception {
    BenchStack bench = stack.bench();
    Services anybody = bench.as(Caller.ADMINISTRATOR);
    SampleQuestionnaire sample = SampleQuestionnaire.of(anybody);
    Submissions submissions =
        new Submissions(seed, "fault-" + System.nanoTime(), sample, Submissions.Codes.of(anybody));
    Thread repairing = Thread.ofVirtual().start(() -> repair(bench.stack(), log));
    AcceptedRequests accepted = new AcceptedRequests();
    Duration pause = Duration.ofMillis(1000L * ADAPTERS / rate);
    ChannelAdapters adapters =
        new ChannelAdapters(bench.services(), ADAPTERS, pause, submissions::of, accepted);
    Staff staff = new Staff(bench.services(), accepted);
    DeadLetters deadLetters = new DeadLetters(bench.stack().broker(), local, log);
    try (staff;
        adapters) {
      FaultInjection injection =
          new FaultInjection(
              stack,
              new Processes(bench, log),
              new Operator(bench, stack.network(), log),
              deadLetters,
              staff::eraseAll);
      injectAll(plan, injection, accepted, log);
    }
    log.say(
        "no more faults; %d accepted, %d steps of staff, %d responses 429 or 503; waiting for the flow to settle"
            .formatted(accepted.size(), staff.confirmed().size(), adapters.refused()));
    Ledger ledger =
        Ledger.close(
            bench,
            accepted.all(),
            staff.confirmed(),
            deadLetters,
            adapters.unexpected(),
            kinds.contains(Kind.POWER_CUT));
    log.say(
        "the flow has settled, and all is compared: %d breaches"
            .formatted(ledger.breaches().size()));
    ledger.breaches().stream().limit(SHOWN).forEach(log::say);
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
        "Seed %d: %d faults, %d s apart on average; at most %d posts a second by retrying adapters; each service runs %s."
            .formatted(seed, kills, secondsBetween, rate, instances == 1 ? "once" : "twice"));
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
    ledger.breaches().stream().limit(SHOWN).forEach(result::method);
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
