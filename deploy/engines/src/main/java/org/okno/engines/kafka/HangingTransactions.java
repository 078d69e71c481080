package org.okno.engines.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.internals.Topic;

/**
 * Aborts transactions that are open in partitions although their coordinator has completed them.
 *
 * <p>Kafka 4.3.1 can get into this state when the broker is killed between deciding a commit and
 * writing its markers: after the restart the coordinator records that the commit is complete, but
 * no partition has the markers. Read-committed consumers then never get past it. See
 * docs/decisions/0017. KIP-664 is the tool for it; this class uses it without an operator.
 *
 * <p>Aborting is safe only where the consumer offsets are aborted with it, and while the owner is
 * stopped: the owner reads the same records again only after a start, since a running consumer has
 * got past them. A transaction that holds no offsets is reported and left to an operator.
 */
public final class HangingTransactions {

  /** Runs a repair while the producer with this transactional id is stopped. */
  @FunctionalInterface
  public interface WhileOwnerIsStopped {

    /**
     * @param transactionalId empty where it is not known: then every producer is stopped
     */
    void run(Optional<String> transactionalId, Runnable repair);
  }

  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(10);
  private static final int REQUEST_TIMEOUT_MILLIS = 5000;
  private static final int API_TIMEOUT_MILLIS = 10_000;

  private final Broker broker;
  private final Clock clock;
  private Instant checkedAt = Instant.MIN;

  public HangingTransactions(Broker broker, Clock clock) {
    this.broker = broker;
    this.clock = clock;
  }

  /**
   * Checks, at most each 10 s, and aborts what it finds.
   *
   * @param owners stops the owner of a transaction, aborts, and starts the owner
   * @return a log message for each transaction found; none while the broker does not respond
   */
  public synchronized List<String> abort(WhileOwnerIsStopped owners) {
    Instant now = clock.instant();
    if (now.isBefore(checkedAt.plus(CHECK_INTERVAL))) {
      return List.of();
    }
    checkedAt = now;
    return broker.isReady() ? abortAll(now, owners) : List.of();
  }

  private List<String> abortAll(Instant now, WhileOwnerIsStopped owners) {
    try (Admin admin = Admin.create(settings())) {
      List<String> messages = new ArrayList<>();
      for (HangingTransaction one : hanging(admin, now)) {
        if (one.holdsOffsets()) {
          owners.run(one.transactionalId(), () -> abort(admin, one));
        }
        messages.add(one.description());
      }
      return messages;
    } catch (ExecutionException | CompletionException | KafkaException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private Map<String, Object> settings() {
    return broker
        .administrator()
        .with(
            Map.of(
                "request.timeout.ms",
                REQUEST_TIMEOUT_MILLIS,
                "default.api.timeout.ms",
                API_TIMEOUT_MILLIS));
  }

  private static List<HangingTransaction> hanging(Admin admin, Instant now)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, List<ProducerState>> producers = producers(admin);
    // Almost always nothing has been open for long, and the coordinators need not be queried.
    return HangingTransaction.among(producers, List.of(), now).isEmpty()
        ? List.of()
        : HangingTransaction.among(producers, admin.listTransactions().all().get(), now);
  }

  private static Map<TopicPartition, List<ProducerState>> producers(Admin admin)
      throws ExecutionException, InterruptedException {
    return admin.describeProducers(partitions(admin)).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, in -> in.getValue().activeProducers()));
  }

  private static List<TopicPartition> partitions(Admin admin)
      throws ExecutionException, InterruptedException {
    Set<String> topics =
        admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
            .filter(name -> !name.equals(Topic.TRANSACTION_STATE_TOPIC_NAME))
            .collect(Collectors.toSet());
    return admin.describeTopics(topics).allTopicNames().get().values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .toList();
  }

  private static void abort(Admin admin, HangingTransaction transaction) {
    for (AbortTransactionSpec abort : transaction.aborts()) {
      admin.abortTransaction(abort).all().toCompletionStage().toCompletableFuture().join();
    }
  }
}
