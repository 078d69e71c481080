package org.okno.engines.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.internals.Topic;

/**
 * A producer's transaction that is open in partitions although its coordinator has completed it.
 *
 * @param open where it is open, in the order of aborting: partitions with consumer offsets last
 * @param transactionalId of its producer; empty where no coordinator knows it any more
 */
record HangingTransaction(List<Open> open, Optional<String> transactionalId) {

  /** Longer than any transaction of ours may last. */
  private static final Duration OPEN_FOR = Duration.ofSeconds(30);

  private static final Set<TransactionState> COMPLETED =
      Set.of(
          TransactionState.EMPTY,
          TransactionState.COMPLETE_COMMIT,
          TransactionState.COMPLETE_ABORT);

  /** A partition in which a producer's transaction is open. */
  record Open(TopicPartition partition, ProducerState producer) {

    private boolean holdsOffsets() {
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
    // After a crash between two aborts the offsets are still open: the rest is still recognised as
    // a transaction that holds offsets, and the next check aborts it.
    open = open.stream().sorted(Comparator.comparing(Open::holdsOffsets)).toList();
  }

  /**
   * One for each producer whose transaction has been open for long and is not ongoing.
   *
   * @param listings the coordinators' view; a transaction they do not know is completed
   */
  static List<HangingTransaction> among(
      Map<TopicPartition, List<ProducerState>> producers,
      Collection<TransactionListing> listings,
      Instant now) {
    long youngest = now.minus(OPEN_FOR).toEpochMilli();
    Map<Long, TransactionListing> known =
        listings.stream()
            .collect(Collectors.toMap(TransactionListing::producerId, one -> one, (a, b) -> b));
    return open(producers).entrySet().stream()
        // As a whole: without the part that is still young it would seem to hold no offsets.
        .filter(
            one -> one.getValue().stream().allMatch(in -> in.producer().lastTimestamp() < youngest))
        .map(one -> of(one.getValue(), Optional.ofNullable(known.get(one.getKey()))))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<HangingTransaction> of(
      List<Open> open, Optional<TransactionListing> listing) {
    return listing.filter(one -> !COMPLETED.contains(one.state())).isPresent()
        ? Optional.empty()
        : Optional.of(
            new HangingTransaction(open, listing.map(TransactionListing::transactionalId)));
  }

  private static Map<Long, List<Open>> open(Map<TopicPartition, List<ProducerState>> producers) {
    return producers.entrySet().stream()
        .flatMap(in -> in.getValue().stream().map(producer -> new Open(in.getKey(), producer)))
        .filter(one -> one.producer().currentTransactionStartOffset().isPresent())
        .collect(Collectors.groupingBy(one -> one.producer().producerId()));
  }

  /** True when the offsets it committed are aborted with it. */
  boolean holdsOffsets() {
    return open.stream().anyMatch(Open::holdsOffsets);
  }

  /** What to abort, in this order; nothing where it holds no offsets. */
  List<AbortTransactionSpec> aborts() {
    return holdsOffsets() ? open.stream().map(Open::abort).toList() : List.of();
  }

  /** A log message, for when {@link #aborts()} are done. */
  String description() {
    List<TopicPartition> partitions = open.stream().map(Open::partition).toList();
    return holdsOffsets()
        ? "a hanging transaction in " + partitions + " was aborted"
        : "a hanging transaction in %s holds no consumer offsets; it needs an operator"
            .formatted(partitions);
  }
}
