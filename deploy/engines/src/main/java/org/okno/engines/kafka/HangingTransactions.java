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
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
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

  /** Longer than any transaction of ours may last. */
  private static final Duration OPEN_FOR = Duration.ofSeconds(30);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
  private static final Map<String, Object> PATIENCE =
      Map.of("request.timeout.ms", 5000, "default.api.timeout.ms", 10_000);

  private final String bootstrapServers;
  private final Clock clock;
  private Instant looked = Instant.MIN;

  /** A partition in which a producer's transaction stands open. */
  private record Open(TopicPartition partition, ProducerState producer) {}

  public HangingTransactions(String bootstrapServers, Clock clock) {
    this.bootstrapServers = bootstrapServers;
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
    Map<String, Object> settings = new java.util.HashMap<>(PATIENCE);
    settings.put("bootstrap.servers", bootstrapServers);
    try (Admin admin = Admin.create(settings)) {
      List<String> told = new ArrayList<>();
      for (List<Open> one : hanging(admin, now)) {
        told.add(end(admin, one));
      }
      return told;
    } catch (ExecutionException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** By producer. */
  private static List<List<Open>> hanging(Admin admin, Instant now)
      throws ExecutionException, InterruptedException {
    long youngest = now.minus(OPEN_FOR).toEpochMilli();
    List<Open> old =
        admin.describeProducers(partitions(admin)).all().get().entrySet().stream()
            .flatMap(
                state ->
                    state.getValue().activeProducers().stream()
                        .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                        .filter(producer -> producer.lastTimestamp() < youngest)
                        .map(producer -> new Open(state.getKey(), producer)))
            .toList();
    if (old.isEmpty()) {
      return List.of();
    }
    Set<Long> underWay =
        admin.listTransactions().all().get().stream()
            .filter(one -> !isOver(one.state()))
            .map(TransactionListing::producerId)
            .collect(Collectors.toSet());
    return List.copyOf(
        old.stream()
            .filter(open -> !underWay.contains(open.producer().producerId()))
            .collect(Collectors.groupingBy(open -> open.producer().producerId()))
            .values());
  }

  private static boolean isOver(TransactionState state) {
    return Set.of(
            TransactionState.EMPTY,
            TransactionState.COMPLETE_COMMIT,
            TransactionState.COMPLETE_ABORT)
        .contains(state);
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

  private static String end(Admin admin, List<Open> transaction)
      throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions = transaction.stream().map(Open::partition).toList();
    if (partitions.stream().noneMatch(p -> p.topic().equals(Topic.GROUP_METADATA_TOPIC_NAME))) {
      return "a transaction stands open in "
          + partitions
          + " and holds no consumed place; it needs a person";
    }
    for (Open open : transaction) {
      admin.abortTransaction(abort(open)).all().get();
    }
    return "a transaction stood open in " + partitions + " after a crash; it is undone";
  }

  private static AbortTransactionSpec abort(Open open) {
    ProducerState producer = open.producer();
    return new AbortTransactionSpec(
        open.partition(),
        producer.producerId(),
        (short) producer.producerEpoch(),
        producer.coordinatorEpoch().orElse(0));
  }
}
