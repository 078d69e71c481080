package org.okno.engines.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.okno.engines.kafka.HangingTransactions.WhileOwnerIsStopped;

/**
 * The services that write transactions. Each is stopped while one of its transactions is aborted:
 * running, routing would never read the aborted records again, and Kafka Streams would keep what
 * they changed in its local state.
 *
 * @param whileStopped stops a service, runs the repair, and starts the service again
 * @param deleteStreamsState deletes the local state of Kafka Streams, which comes back from the
 *     changelogs
 */
record TransactionOwners(BiConsumer<Part, Runnable> whileStopped, Runnable deleteStreamsState)
    implements WhileOwnerIsStopped {

  /** What the transactional ids of a service begin with. */
  private static final Map<Part, String> PREFIXES =
      Map.of(Part.ROUTING, "routing-", Part.ANALYTICS, "okno-analytics-");

  @Override
  public void run(Optional<String> transactionalId, Runnable abort) {
    Runnable repair = abort;
    for (Part owner : owners(transactionalId)) {
      Runnable inner = repair;
      repair = () -> whileStopped.accept(owner, () -> run(owner, inner));
    }
    repair.run();
  }

  private void run(Part owner, Runnable abort) {
    abort.run();
    if (owner == Part.ANALYTICS) {
      deleteStreamsState.run();
    }
  }

  /** All of them where the id tells nothing. */
  private static List<Part> owners(Optional<String> transactionalId) {
    List<Part> found =
        PREFIXES.keySet().stream()
            .sorted()
            .filter(
                part -> transactionalId.filter(id -> id.startsWith(PREFIXES.get(part))).isPresent())
            .toList();
    return found.isEmpty() ? PREFIXES.keySet().stream().sorted().toList() : found;
  }
}
