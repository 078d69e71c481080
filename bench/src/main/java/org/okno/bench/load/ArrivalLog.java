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
import org.okno.bench.region.Region;
import org.okno.engines.stack.Part;

/**
 * When accepted requests come to stand in their agency's list: asks the rows that the list is read
 * from, of all awaited requests at once.
 */
final class ArrivalLog implements AutoCloseable {

  /** Milliseconds from one look to the next; latencies are up to this much too long. */
  static final int RESOLUTION = 5;

  private static final String SEEN =
      "select distinct request_id from need where request_id = any(?) and agency_id is not null";

  private final Map<UUID, Long> awaited = new ConcurrentHashMap<>();
  private final Latencies latencies;
  private final Connection connection;
  private final Thread watcher;
  private volatile @Nullable SQLException failure;
  private volatile boolean ended;

  ArrivalLog(Region region, Latencies latencies) throws SQLException {
    this.latencies = latencies;
    connection = region.stack().postgres().connect(Part.CASE.label());
    watcher = Thread.ofPlatform().start(this::watch);
  }

  /**
   * @param due when the request should have been posted, a {@link System#nanoTime}
   */
  void await(UUID requestId, long due) {
    awaited.put(requestId, due);
  }

  /** Waits at most so long for the rest; answers how many never came. */
  int missing(int seconds) throws InterruptedException {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    while (!awaited.isEmpty() && System.nanoTime() < until && failure == null) {
      Thread.sleep(RESOLUTION);
    }
    if (failure != null) {
      throw new IllegalStateException("The cases cannot be watched", failure);
    }
    return awaited.size();
  }

  private void watch() {
    try (PreparedStatement seen = connection.prepareStatement(SEEN)) {
      while (!ended) {
        look(seen);
        Thread.sleep(RESOLUTION);
      }
    } catch (SQLException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(PreparedStatement seen) throws SQLException {
    List<UUID> ids = List.copyOf(awaited.keySet());
    if (ids.isEmpty()) {
      return;
    }
    seen.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
    try (var rows = seen.executeQuery()) {
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
    watcher.join();
    connection.close();
  }
}
