package org.okno.engines.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.internals.Topic;

/**
 * A producer's transaction that stands open although its coordinator holds it to be over.
 *
 * @param open where it stands open, in the order of aborting: partitions with consumed places last
 */
record HangingTransaction(List<Open> open) {

  /** Longer than any transaction of ours may last. */
  private static final Duration OPEN_FOR = Duration.ofSeconds(30);

  private static final Set<TransactionState> OVER =
      Set.of(
          TransactionState.EMPTY,
          TransactionState.COMPLETE_COMMIT,
          TransactionState.COMPLETE_ABORT);

  /** A partition in which a producer's transaction stands open. */
  record Open(TopicPartition partition, ProducerState producer) {

    private boolean holdsPlaces() {
      return partition.topic().equals(Topic.GROUP_METADATA_TOPIC_NAME);
    }

    private AbortTransactionSpec abort() {
      return new AbortTransactionSpec(
          partition,
          producer.producerId(),
          (short) producer.producerEpoch(),
          producer.coordinatorEpoch().orElse(0));
    }
  }

  HangingTransaction {
    // A crash between two aborts leaves the places open: what is left is still known as a
    // transaction that holds places, and the next look undoes the rest.
    open = open.stream().sorted(Comparator.comparing(Open::holdsPlaces)).toList();
  }

  /**
   * One for each producer whose transaction has been open for long and is not under way.
   *
   * @param listings what the coordinators say; a transaction they do not know is over
   */
  static List<HangingTransaction> among(
      Map<TopicPartition, List<ProducerState>> producers,
      Collection<TransactionListing> listings,
      Instant now) {
    long youngest = now.minus(OPEN_FOR).toEpochMilli();
    Set<Long> underWay =
        listings.stream()
            .filter(one -> !OVER.contains(one.state()))
            .map(TransactionListing::producerId)
            .collect(Collectors.toSet());
    return open(producers).entrySet().stream()
        .filter(transaction -> !underWay.contains(transaction.getKey()))
        .map(Map.Entry::getValue)
        // As a whole: without the part that is still young it would seem to hold no places.
        .filter(all -> all.stream().allMatch(one -> one.producer().lastTimestamp() < youngest))
        .map(HangingTransaction::new)
        .toList();
  }

  private static Map<Long, List<Open>> open(Map<TopicPartition, List<ProducerState>> producers) {
    return producers.entrySet().stream()
        .flatMap(in -> in.getValue().stream().map(producer -> new Open(in.getKey(), producer)))
        .filter(one -> one.producer().currentTransactionStartOffset().isPresent())
        .collect(Collectors.groupingBy(one -> one.producer().producerId()));
  }

  /** True when the places of what it consumed are undone with it. */
  boolean holdsPlaces() {
    return open.stream().anyMatch(Open::holdsPlaces);
  }

  /** What is to be aborted, in this order; nothing where it holds no places. */
  List<AbortTransactionSpec> aborts() {
    return holdsPlaces() ? open.stream().map(Open::abort).toList() : List.of();
  }

  /** A sentence for people, to be said when {@link #aborts()} are done. */
  String told() {
    List<TopicPartition> partitions = open.stream().map(Open::partition).toList();
    return holdsPlaces()
        ? "a transaction stood open in " + partitions + " after a crash; it is undone"
        : "a transaction stands open in "
            + partitions
            + " and holds no consumed place; it needs a person";
  }
}
