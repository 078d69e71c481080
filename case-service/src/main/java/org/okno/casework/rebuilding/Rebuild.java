package org.okno.casework.rebuilding;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
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
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.okno.casework.rebuilding.ShareWork.Done;
import org.okno.cloudevents.EventCodec;
import org.okno.cloudevents.Reading;
import org.okno.consumer.Failure;
import org.okno.contracts.IntakeEvent.PersonErased;
import org.okno.contracts.Topics;
import org.okno.journal.Transactions;

/**
 * Rebuilds cases, needs, erased persons and the journal from {@code okno.decisions}, {@code
 * okno.cases} and {@code okno.persons}, beside the present tables, while the service is stopped.
 *
 * <p>What the journal holds and the topic does not would be lost: it is looked for, and nothing is
 * replaced while there is any.
 */
final class Rebuild {
  /** Records of {@code okno.cases} that fit in memory at a time, with each worker's. */
  private static final int SHARE = 300_000;

  private static final int WORKERS = 2;
  private static final int LAST = 1000;

  private final DataSource database;
  private final Transactions transactions;
  private final TopicReader topics;
  private final Duration patience;
  private final Consumer<String> say;
  private final EventCodec codec = new EventCodec();

  /**
   * What came out.
   *
   * @param differences rows other than before, by table
   * @param contradictions a sentence for each case that cannot be rebuilt
   */
  record Report(Map<String, Long> differences, List<String> contradictions) {

    boolean equal() {
      return contradictions.isEmpty() && differences.values().stream().allMatch(rows -> rows == 0);
    }
  }

  /**
   * @param database of the service, as the owner of its tables
   * @param patience how long to wait for the last events of the journal to reach their topic
   * @param say takes lines for people
   */
  Rebuild(DataSource database, String bootstrapServers, Duration patience, Consumer<String> say) {
    this.database = database;
    this.transactions = new Transactions(database);
    this.patience = patience;
    this.topics = new TopicReader(bootstrapServers);
    this.say = say;
  }

  /**
   * Builds and compares; nothing is replaced yet.
   *
   * @throws RebuildException if the journal holds events that its topic does not
   */
  Report build() throws SQLException, IOException, InterruptedException {
    try (Connection connection = database.getConnection()) {
      RebuiltTables.make(connection);
      awaitTail(connection);
    }
    long begin = System.nanoTime();
    Set<UUID> erased = erased();
    List<Done> done = inParallel(works(erased));
    inParallel(completions());
    double seconds = (System.nanoTime() - begin) / 1e9;
    long cases = done.stream().mapToLong(Done::cases).sum();
    say.accept("%,d cases built in %.1f s".formatted(cases, seconds));
    try (Connection connection = database.getConnection()) {
      requireWhole(connection);
    }
    return new Report(
        differences(), done.stream().flatMap(one -> one.contradictions().stream()).toList());
  }

  /**
   * Puts what was built in the place of the present tables.
   *
   * @throws RebuildException if they hold what the rebuilt ones do not: a service that was not
   *     stopped may have written meanwhile
   */
  void replace() throws SQLException {
    transactions.write(
        connection -> {
          RebuiltTables.lockPresent(connection);
          requireWhole(connection);
          RebuiltTables.replace(connection);
          return RebuiltTables.ALL.size();
        });
  }

  /** Drops what was built. */
  void discard() throws SQLException {
    try (Connection connection = database.getConnection()) {
      RebuiltTables.drop(connection);
    }
  }

  /** Connect may still be at work on what was written just before the service stopped. */
  private void awaitTail(Connection connection)
      throws SQLException, IOException, InterruptedException {
    Set<String> newest =
        new HashSet<>(
            RebuiltTables.strings(
                connection, "select event_id from public.journal order by seq desc limit " + LAST));
    long until = System.nanoTime() + patience.toNanos();
    while (true) {
      topics.readLast(
          LAST,
          topics.ends(Topics.CASES),
          record -> {
            if (codec.read(record.headers(), record.value()) instanceof Reading.Known known) {
              newest.remove(known.id().toString());
            }
          });
      if (newest.isEmpty() || System.nanoTime() > until) {
        return;
      }
      say.accept("waiting for %d events of the journal on their topic".formatted(newest.size()));
      Thread.sleep(1000);
    }
  }

  private Set<UUID> erased() throws SQLException, IOException {
    Set<UUID> persons = new HashSet<>();
    topics.read(
        topics.ends(Topics.PERSONS),
        record -> {
          if (codec.read(record.headers(), record.value()) instanceof Reading.Known known
              && known.event() instanceof PersonErased gone) {
            persons.add(gone.personId());
          }
        });
    try (Connection connection = database.getConnection()) {
      CopyText rows = new CopyText(connection, RebuiltTables.name("erased_person"), "person_id");
      for (UUID person : persons) {
        rows.add(person).endRow();
      }
      rows.send();
    }
    return persons;
  }

  private List<Callable<Done>> works(Set<UUID> erased) {
    Map<TopicPartition, Long> cases = topics.ends(Topics.CASES);
    List<Share> shares = Share.of(cases, topics.ends(Topics.DECISIONS), SHARE);
    Tally tally = new Tally(shares.stream().mapToLong(Share::records).sum(), say);
    return shares.stream().map(share -> (Callable<Done>) () -> work(share, erased, tally)).toList();
  }

  private Done work(Share share, Set<UUID> erased, Tally tally) throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      return new ShareWork(share, topics, codec, connection, erased, tally).call();
    }
  }

  private List<Callable<Integer>> completions() throws SQLException {
    List<Callable<Integer>> all = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (String table : RebuiltTables.ALL) {
        List<String> statements = RebuiltTables.completions(connection, table);
        all.add(() -> complete(table, statements));
      }
    }
    return all;
  }

  private int complete(String table, List<String> statements) throws SQLException {
    try (Connection connection = database.getConnection()) {
      RebuiltTables.execute(connection, "set maintenance_work_mem = '256MB'");
      for (String statement : statements) {
        RebuiltTables.execute(connection, statement);
      }
      RebuiltTables.execute(connection, "analyze " + RebuiltTables.name(table));
      return statements.size();
    }
  }

  private static void requireWhole(Connection connection) throws SQLException {
    long missing = RebuiltTables.missing(connection);
    if (missing > 0) {
      throw new RebuildException(
          "%,d events or erasures that are in the tables were not on the topics. Is the service stopped, and Connect at work? Try again once they are."
              .formatted(missing));
    }
  }

  private Map<String, Long> differences() throws SQLException, InterruptedException {
    List<Callable<Long>> counts =
        RebuiltTables.ALL.stream().map(table -> (Callable<Long>) () -> differences(table)).toList();
    List<Long> found = inParallel(counts);
    Map<String, Long> byTable = new LinkedHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      byTable.put(RebuiltTables.ALL.get(i), found.get(i));
    }
    return byTable;
  }

  private long differences(String table) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return RebuiltTables.differences(connection, table);
    }
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
