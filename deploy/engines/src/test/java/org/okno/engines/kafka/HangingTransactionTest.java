package org.okno.engines.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HangingTransactionTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Duration OLD = Duration.ofSeconds(31);
  private static final Duration YOUNG = Duration.ofSeconds(29);
  private static final long ROUTING = 7;
  private static final TopicPartition OFFSETS = new TopicPartition("__consumer_offsets", 2);
  private static final TopicPartition DECISIONS = new TopicPartition("okno.decisions", 2);
  private static final TopicPartition DEAD = new TopicPartition("routing.dead", 0);

  private final Map<TopicPartition, List<ProducerState>> producers = new LinkedHashMap<>();

  @Test
  void shouldLeaveATransactionWhenItIsYoung() {
    producers.put(DECISIONS, List.of(open(ROUTING, YOUNG)));
    producers.put(OFFSETS, List.of(open(ROUTING, YOUNG)));

    assertThat(found()).isEmpty();
  }

  @Test
  void shouldLeaveATransactionWhenAPartOfItIsYoung() {
    producers.put(DECISIONS, List.of(open(ROUTING, OLD)));
    producers.put(OFFSETS, List.of(open(ROUTING, YOUNG)));

    assertThat(found()).isEmpty();
  }

  @Test
  void shouldLeaveAProducerWhenItHasNoTransaction() {
    producers.put(OFFSETS, List.of(producer(ROUTING, OLD, OptionalLong.empty())));

    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"EMPTY", "COMPLETE_COMMIT", "COMPLETE_ABORT"})
  void shouldLeaveATransactionWhenItsCoordinatorHasNotCompletedIt(TransactionState state) {
    producers.put(OFFSETS, List.of(open(ROUTING, OLD)));

    assertThat(found(listing(ROUTING, state))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"EMPTY", "COMPLETE_COMMIT", "COMPLETE_ABORT"})
  void shouldFindATransactionWhenItsCoordinatorHasCompletedIt(TransactionState state) {
    producers.put(OFFSETS, List.of(open(ROUTING, OLD)));

    assertThat(found(listing(ROUTING, state))).hasSize(1);
  }

  @Test
  void shouldFindATransactionWhenNoCoordinatorKnowsIt() {
    producers.put(OFFSETS, List.of(open(ROUTING, OLD)));

    assertThat(found(listing(ROUTING + 1, TransactionState.ONGOING))).hasSize(1);
  }

  @Test
  void shouldNameTheProducerWhenItsCoordinatorKnowsIt() {
    producers.put(OFFSETS, List.of(open(ROUTING, OLD)));

    assertThat(
            found(listing(ROUTING, TransactionState.COMPLETE_COMMIT)).getFirst().transactionalId())
        .contains("routing");
    assertThat(found().getFirst().transactionalId()).isEmpty();
  }

  @Test
  void shouldFindOneTransactionPerProducer() {
    producers.put(DECISIONS, List.of(open(ROUTING, OLD), open(ROUTING + 1, OLD)));
    producers.put(OFFSETS, List.of(open(ROUTING, OLD)));

    assertThat(found())
        .extracting(HangingTransaction::holdsOffsets)
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void shouldAbortTheConsumerOffsetsLast() {
    producers.put(DECISIONS, List.of(open(ROUTING, OLD)));
    producers.put(OFFSETS, List.of(open(ROUTING, OLD)));
    producers.put(DEAD, List.of(open(ROUTING, OLD)));

    HangingTransaction transaction = found().getFirst();

    assertThat(transaction.aborts())
        .containsExactly(
            new AbortTransactionSpec(DECISIONS, ROUTING, (short) 3, 4),
            new AbortTransactionSpec(DEAD, ROUTING, (short) 3, 4),
            new AbortTransactionSpec(OFFSETS, ROUTING, (short) 3, 4));
    assertThat(transaction.description()).contains(OFFSETS.toString()).endsWith("was aborted");
  }

  @Test
  void shouldReportATransactionAndAbortNothingWhenItHoldsNoOffsets() {
    producers.put(DECISIONS, List.of(open(ROUTING, OLD)));

    HangingTransaction transaction = found().getFirst();

    assertThat(transaction.holdsOffsets()).isFalse();
    assertThat(transaction.aborts()).isEmpty();
    assertThat(transaction.description())
        .contains(DECISIONS.toString())
        .endsWith("it needs an operator");
  }

  private List<HangingTransaction> found(TransactionListing... listings) {
    return HangingTransaction.among(producers, Arrays.asList(listings), NOW);
  }

  private static TransactionListing listing(long producer, TransactionState state) {
    return new TransactionListing("routing", producer, state);
  }

  private static ProducerState open(long id, Duration since) {
    return producer(id, since, OptionalLong.of(100));
  }

  private static ProducerState producer(long id, Duration since, OptionalLong begin) {
    long last = NOW.minus(since).toEpochMilli();
    return new ProducerState(id, 3, 0, last, OptionalInt.of(4), begin);
  }
}
