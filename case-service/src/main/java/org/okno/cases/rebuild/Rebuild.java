package org.okno.cases.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.okno.cases.rebuild.RebuildSlice.Result;
import org.okno.contracts.IntakeEvent.PersonErased;
import org.okno.contracts.Topics;
import org.okno.messaging.EventCodec;
import org.okno.messaging.Failure;
import org.okno.messaging.Reading;
import org.okno.sql.CopyInsert;

/**
 * Rebuilds cases, needs, deadlines, referrals, programmes, erased persons and the journal from
 * {@code okno.decisions}, {@code okno.cases} and {@code okno.persons}, beside the present tables,
 * while the service is stopped.
 *
 * <p>What the journal holds and the topic does not would be lost: that is checked, and nothing is
 * replaced while there is any.
 */
final class Rebuild {
  /** Records of {@code okno.cases} that fit in memory at a time, with each worker's. */
  private static final int SLICE_RECORDS = 300_000;

  private static final int WORKERS = 2;

  /** How many of the journal's newest events are awaited on their topic. */
  private static final int NEWEST = 1000;

  private final Jdbi jdbi;
  private final RebuiltTables tables;
  private final TopicReader topics;
  private final Duration timeout;
  private final Consumer<String> output;
  private final EventCodec codec = new EventCodec();

  /**
   * What came out.
   *
   * @param differences rows that differ from the present ones, by table
   * @param contradictions a sentence for each case that cannot be rebuilt
   */
  record Report(Map<String, Long> differences, List<String> contradictions) {

    boolean isEqual() {
      return contradictions.isEmpty() && differences.values().stream().allMatch(rows -> rows == 0);
    }
  }

  private record ErasedPersonRow(UUID personId) {}

  /**
   * @param jdbi for the service's database, as the owner of its tables
   * @param kafka settings of a client
   * @param timeout how long to wait for the journal's newest events to reach their topic
   * @param output receives lines for people
   */
  Rebuild(Jdbi jdbi, Map<String, Object> kafka, Duration timeout, Consumer<String> output) {
    this.jdbi = jdbi;
    this.tables = new RebuiltTables(jdbi);
    this.topics = new TopicReader(kafka);
    this.timeout = timeout;
    this.output = output;
  }

  /**
   * Builds and compares; nothing is replaced yet.
   *
   * @throws RebuildException if the journal holds events that its topic does not
   */
  Report build() throws InterruptedException {
    tables.make();
    awaitNewestEvents();
    long begin = System.nanoTime();
    List<Result> results = inParallel(slices(erasedPersons()));
    forEachTable(
        table -> {
          tables.complete(table);
          return 0L;
        });
    double seconds = (System.nanoTime() - begin) / 1e9;
    long cases = results.stream().mapToLong(Result::cases).sum();
    output.accept("%,d cases built in %.1f s".formatted(cases, seconds));
    tables.requireComplete();
    return new Report(
        forEachTable(tables::differences),
        results.stream().flatMap(one -> one.contradictions().stream()).toList());
  }

  /**
   * Replaces the present tables by what was built.
   *
   * @throws RebuildException if they hold what the rebuilt ones do not
   */
  void replace() {
    tables.replace();
  }

  /** Drops what was built. */
  void discard() {
    tables.drop();
  }

  /** Connect may still have to publish what was written just before the service stopped. */
  private void awaitNewestEvents() throws InterruptedException {
    Set<String> newest = new HashSet<>(tables.newestEvents(NEWEST));
    long until = System.nanoTime() + timeout.toNanos();
    while (true) {
      topics.readLast(
          NEWEST,
          topics.ends(Topics.CASES),
          record -> {
            if (codec.read(record.headers(), record.value()) instanceof Reading.Known known) {
              newest.remove(known.id().toString());
            }
          });
      if (newest.isEmpty() || System.nanoTime() > until) {
        return;
      }
      output.accept("waiting for %d events of the journal on their topic".formatted(newest.size()));
      Thread.sleep(1000);
    }
  }

  private Set<UUID> erasedPersons() {
    Set<UUID> persons = new HashSet<>();
    topics.read(
        topics.ends(Topics.PERSONS),
        record -> {
          if (codec.read(record.headers(), record.value()) instanceof Reading.Known known
              && known.event() instanceof PersonErased erased) {
            persons.add(erased.personId());
          }
        });
    jdbi.useHandle(
        handle -> {
          CopyInsert<ErasedPersonRow> rows =
              RebuiltTables.copy(handle, "erased_person", ErasedPersonRow.class);
          persons.forEach(person -> rows.add(new ErasedPersonRow(person)));
          rows.flush();
        });
    return persons;
  }

  private List<Callable<Result>> slices(Set<UUID> erased) {
    List<Slice> slices =
        Slice.of(topics.ends(Topics.CASES), topics.ends(Topics.DECISIONS), SLICE_RECORDS);
    Progress progress = new Progress(slices.stream().mapToLong(Slice::records).sum(), output);
    return slices.stream()
        .map(
            slice ->
                (Callable<Result>) new RebuildSlice(slice, topics, codec, jdbi, erased, progress))
        .toList();
  }

  private static Map<String, Long> forEachTable(Function<String, Long> work)
      throws InterruptedException {
    List<Long> results =
        inParallel(
            RebuiltTables.ALL.stream()
                .map(table -> (Callable<Long>) () -> work.apply(table))
                .toList());
    Map<String, Long> byTable = new LinkedHashMap<>();
    for (int i = 0; i < results.size(); i++) {
      byTable.put(RebuiltTables.ALL.get(i), results.get(i));
    }
    return byTable;
  }

  private static <T> List<T> inParallel(List<Callable<T>> works) throws InterruptedException {
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      List<T> results = new ArrayList<>();
      for (Future<T> one : workers.invokeAll(works)) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new RebuildException(Failure.describe(e), e);
    }
  }
}
