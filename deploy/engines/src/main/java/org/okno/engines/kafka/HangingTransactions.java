package org.okno.engines.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Ends transactions that stand open in partitions although their coordinator holds them to be over.
 *
 * <p>Kafka 4.3.1 can come to this when the broker is killed between deciding a commit and writing
 * its markers: after the restart the coordinator notes that the commit is complete, and the markers
 * are in no partition. Whoever reads committed records then stands still there for ever. See
 * docs/decisions/0017. KIP-664 is the tool for it, and this its use without an operator.
 *
 * <p>What is ended is undone. That is safe only where the consumed places are undone with it, for
 * then the same records are worked on again; so a transaction that does not hold places is told of
 * and left to a person.
 */
public final class HangingTransactions {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
  private static final int REQUEST_LIMIT_MILLIS = 5000;
  private static final int CALL_LIMIT_MILLIS = 10_000;

  private final Broker broker;
  private final Clock clock;
  private Instant looked = Instant.MIN;

  public HangingTransactions(Broker broker, Clock clock) {
    this.broker = broker;
    this.clock = clock;
  }

  /**
   * Looks, at most each 10 s, and ends what it finds.
   *
   * @return a sentence for each transaction found; none while the broker does not answer
   */
  public synchronized List<String> end() {
    Instant now = clock.instant();
    if (now.isBefore(looked.plus(LOOK_EVERY))) {
      return List.of();
    }
    looked = now;
    return broker.isReady() ? endAll(now) : List.of();
  }

  private List<String> endAll(Instant now) {
    try (Admin admin = Admin.create(settings())) {
      List<String> told = new ArrayList<>();
      for (HangingTransaction one : hanging(admin, now)) {
        told.add(end(admin, one));
      }
      return told;
    } catch (ExecutionException | KafkaException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private Map<String, Object> settings() {
    return Map.of(
        "bootstrap.servers",
        broker.bootstrapServers(),
        "request.timeout.ms",
        REQUEST_LIMIT_MILLIS,
        "default.api.timeout.ms",
        CALL_LIMIT_MILLIS);
  }

  private static List<HangingTransaction> hanging(Admin admin, Instant now)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, List<ProducerState>> producers = producers(admin);
    // Almost always nothing has been open for long, and the coordinators need not be asked.
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

  private static String end(Admin admin, HangingTransaction transaction)
      throws ExecutionException, InterruptedException {
    for (AbortTransactionSpec abort : transaction.aborts()) {
      admin.abortTransaction(abort).all().get();
    }
    return transaction.told();
  }
}
