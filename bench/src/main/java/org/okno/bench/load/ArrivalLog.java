package org.okno.bench.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.okno.bench.measure.Latencies;
import org.okno.bench.stack.BenchStack;
import org.okno.engines.stack.Part;

/**
 * Measures when accepted requests arrive in their agency's list: queries the rows that the list is
 * read from, of all awaited requests at once.
 */
final class ArrivalLog implements AutoCloseable {

  /** Milliseconds between queries; latencies are up to this much too long. */
  static final int RESOLUTION = 5;

  private static final String ARRIVED =
      "select distinct request_id from need where request_id = any(?) and agency_id is not null";

  private final Map<UUID, Long> awaited = new ConcurrentHashMap<>();
  private final Latencies latencies;
  private final Connection connection;
  private final Thread poller;
  private volatile @Nullable SQLException failure;
  private volatile boolean ended;

  ArrivalLog(BenchStack bench, Latencies latencies) throws SQLException {
    this.latencies = latencies;
    connection = bench.stack().postgres().connect(Part.CASE.label());
    poller = Thread.ofPlatform().start(this::poll);
  }

  /**
   * @param due when the request should have been posted, a {@link System#nanoTime}
   */
  void await(UUID requestId, long due) {
    awaited.put(requestId, due);
  }

  /** Waits at most so long for the rest; returns how many did not arrive. */
  int missing(int seconds) throws InterruptedException {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    while (!awaited.isEmpty() && System.nanoTime() < until && failure == null) {
      Thread.sleep(RESOLUTION);
    }
    if (failure != null) {
      throw new IllegalStateException("The cases cannot be queried", failure);
    }
    return awaited.size();
  }

  private void poll() {
    try (PreparedStatement arrived = connection.prepareStatement(ARRIVED)) {
      while (!ended) {
        query(arrived);
        Thread.sleep(RESOLUTION);
      }
    } catch (SQLException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void query(PreparedStatement arrived) throws SQLException {
    List<UUID> ids = List.copyOf(awaited.keySet());
    if (ids.isEmpty()) {
      return;
    }
    arrived.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
    try (var rows = arrived.executeQuery()) {
      long now = System.nanoTime();
      while (rows.next()) {
        Long due = awaited.remove(rows.getObject(1, UUID.class));
        if (due != null) {
          latencies.record(now - due);
        }
      }
    }
  }

  @Override
  public void close() throws SQLException, InterruptedException {
    ended = true;
    poller.join();
    connection.close();
  }
}
