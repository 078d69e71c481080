package org.okno.bench.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.okno.engines.stack.Part;

/** The kinds of faults, and how often each is in a plan. */
enum Kind {
  KILL(15, "a part killed", Kind::kill),
  KILL_OF_TWO(4, "two parts killed at once", Kind::killOfTwo),
  PAUSE(2, "a part suspended for longer than its session timeout", Kind::pause),
  COLD_BROKER(1, "the broker killed, its page cache dropped", random -> new Fault.ColdBroker()),
  CONNECTOR(2, "a connector deleted and registered again", Kind::connector),
  LINK(4, "a service's or Connect's link to PostgreSQL or Kafka cut, silent or slow", Kind::link),
  OFFSETS(1, "offsets of intake's or case's consumers deleted", Kind::offsets),
  ERASURE(1, "a part killed during erasures", Kind::erasure),
  IMPORT(1, "a part killed during an import of the directory", Kind::imported),
  REPLAY(1, "the command, its consumer or the broker killed during a replay", Kind::replay),
  REBUILD(1, "the case rebuild killed and run again", Kind::rebuild),
  SUPERVISOR(0, "the process of ./okno up killed; with no other kind", Kind::supervisor),
  DISK_FULL(
      0, "no space left for PostgreSQL or Kafka, on a file system of its own", Kind::fullDisk),
  POWER_CUT(
      0,
      "everything killed, writes of PostgreSQL and Kafka that were not synced dropped; needs root",
      random -> new Fault.PowerCut()),
  OFFSETS_EXACTLY_ONCE(0, "offsets of routing or analytics deleted", Kind::exactlyOnceOffsets),
  SLOT(0, "a replication slot dropped", Kind::slot),
  CLOCK(0, "a service's clock one hour wrong; needs libfaketime", Kind::clock),
  CLOCK_YEAR(0, "a service's clock one year ahead; needs libfaketime", Kind::clockOfNextYear);

  private static final int PAUSE_SECONDS = 20;
  private static final int CLOCK_SECONDS = 10;
  private static final List<Part> PARTS = List.of(Part.values());
  private static final List<Part> SERVERS = List.of(Part.POSTGRES, Part.KAFKA);
  private static final List<Part> JOURNALING = PARTS.stream().filter(Part::hasJournal).toList();

  private final int weight;
  private final String description;
  private final Function<Random, Fault> fault;

  /**
   * @param weight its share of the default mix; with 0 it is drawn only when it is named
   */
  Kind(int weight, String description, Function<Random, Fault> fault) {
    this.weight = weight;
    this.description = description;
    this.fault = fault;
  }

  /** Its name in commands. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String description() {
    return description;
  }

  /** Whether it needs {@link Disks}. */
  boolean needsDisks() {
    return this == DISK_FULL || this == POWER_CUT;
  }

  /** Its share of a plan that names it. */
  int weight() {
    return Math.max(1, weight);
  }

  Fault draw(Random random) {
    return fault.apply(random);
  }

  /** Those that are drawn when none is named. */
  static Set<Kind> ofDefaultMix() {
    return Arrays.stream(values())
        .filter(kind -> kind.weight > 0)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
  }

  private static Fault kill(Random random) {
    return new Fault.Kill(pick(random, PARTS), random.nextLong(3000));
  }

  private static Fault killOfTwo(Random random) {
    int one = random.nextInt(PARTS.size());
    int other = (one + 1 + random.nextInt(PARTS.size() - 1)) % PARTS.size();
    return new Fault.KillOfTwo(PARTS.get(one), PARTS.get(other), random.nextLong(3000));
  }

  private static Fault pause(Random random) {
    return new Fault.Pause(pick(random, PARTS), PAUSE_SECONDS);
  }

  private static Fault connector(Random random) {
    return new Fault.NewConnector(pick(random, JOURNALING));
  }

  private static Fault link(Random random) {
    LinkState state = pick(random, List.of(LinkState.DELAYED, LinkState.SILENT, LinkState.CUT));
    int seconds = 2 + random.nextInt(PAUSE_SECONDS);
    return new Fault.BadLink(pick(random, Network.CLIENTS), pick(random, SERVERS), state, seconds);
  }

  private static Fault offsets(Random random) {
    return new Fault.LostOffsets(pick(random, List.of(Part.INTAKE, Part.CASE)));
  }

  private static Fault exactlyOnceOffsets(Random random) {
    return new Fault.LostOffsets(pick(random, List.of(Part.ROUTING, Part.ANALYTICS)));
  }

  private static Fault erasure(Random random) {
    Part part = pick(random, List.of(Part.INTAKE, Part.CASE, Part.POSTGRES));
    return new Fault.KillDuring(Task.ERASURE, part, random.nextLong(200));
  }

  private static Fault imported(Random random) {
    Part part = pick(random, List.of(Part.ROUTING, Part.INTAKE, Part.POSTGRES));
    return new Fault.KillDuring(Task.IMPORT, part, random.nextLong(500));
  }

  private static Fault supervisor(Random random) {
    return new Fault.KillOfSupervisor(random.nextLong(1000L * PAUSE_SECONDS));
  }

  private static Fault fullDisk(Random random) {
    return new Fault.FullDisk(pick(random, Disks.ENGINES), 5 + random.nextInt(PAUSE_SECONDS));
  }

  private static Fault replay(Random random) {
    Fault.KillDuringReplay.Victim victim =
        pick(random, List.of(Fault.KillDuringReplay.Victim.values()));
    // A JVM that has just been started does nothing for the first half second.
    long afterMillis = 500 + random.nextLong(2000);
    return new Fault.KillDuringReplay(pick(random, DeadLetterTopic.ALL), victim, afterMillis);
  }

  private static Fault rebuild(Random random) {
    return new Fault.KillOfRebuild(500 + random.nextLong(6000));
  }

  private static Fault slot(Random random) {
    return new Fault.LostSlot(pick(random, JOURNALING));
  }

  private static Fault clock(Random random) {
    Duration ahead = Duration.ofHours(random.nextBoolean() ? 1 : -1);
    return new Fault.WrongClock(pick(random, Part.services()), ahead, CLOCK_SECONDS);
  }

  private static Fault clockOfNextYear(Random random) {
    return new Fault.WrongClock(pick(random, Part.services()), Duration.ofDays(365), CLOCK_SECONDS);
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
