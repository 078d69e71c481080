package org.okno.analytics.summary;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.okno.analytics.facts.EventTime;
import org.okno.analytics.facts.Fact;
import org.okno.analytics.facts.ReadFacts;
import org.okno.analytics.facts.ReadRecord;
import org.okno.contracts.Topics;
import org.okno.messaging.ConsumerMetrics;
import org.okno.messaging.EventCodec;

/**
 * Events in, rows of the daily summary out.
 *
 * <pre>
 * questionnaires, decisions, cases ─▶ read-facts ─▶ facts-by-series ─▶ revise-rows ─▶ daily-summary
 *                (by request id)          └─▶ analytics.&lt;topic&gt;.dlq        (by series)
 * </pre>
 *
 * <p>Every node, store and internal topic has a name of its own: a change of the code does not
 * rename the state of a running deployment.
 */
public final class SummaryTopology {
  /** The consumer's name in dead-letter topics and metrics. */
  public static final String CONSUMER = "analytics";

  /** The topics that are counted, each with the replay of its dead letters. */
  public static final List<String> SOURCES =
      Stream.of(Topics.QUESTIONNAIRES, Topics.DECISIONS, Topics.CASES)
          .flatMap(topic -> Stream.of(topic, Topics.replay(CONSUMER, topic)))
          .toList();

  /** The internal topic between the two halves, without the application's id. */
  public static final String FACTS_BY_SERIES = "facts-by-series";

  private SummaryTopology() {}

  /** The topology; it holds no state of its own. */
  public static Topology build(
      SummarySettings settings, EventCodec codec, ConsumerMetrics metrics) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(
            SOURCES,
            Consumed.with(Serdes.String(), Serdes.ByteArray())
                .withTimestampExtractor(new EventTime())
                .withName("events"))
        .process(new ReadFacts.Supplier(codec, metrics), Named.as("read-facts"))
        .split(Named.as("read-"))
        .branch(
            (key, record) -> record instanceof ReadRecord.DeadLettered,
            Branched.<String, ReadRecord>withConsumer(SummaryTopology::deadLetter, "dead-lettered"))
        .defaultBranch(
            Branched.withConsumer(counted -> summarize(counted, settings, codec), "counted"));
    return builder.build();
  }

  private static void deadLetter(KStream<String, ReadRecord> records) {
    records
        .mapValues(
            record -> ((ReadRecord.DeadLettered) record).value(), Named.as("dead-letter-values"))
        .to(
            (key, value, from) -> Topics.deadLetters(CONSUMER, from.topic()),
            Produced.with(Serdes.String(), Serdes.ByteArray()).withName("dead-letters"));
  }

  private static void summarize(
      KStream<String, ReadRecord> counted, SummarySettings settings, EventCodec codec) {
    counted
        .mapValues(record -> fact(record), Named.as("facts"))
        .repartition(Repartitioned.with(Serdes.String(), new FactSerde()).withName(FACTS_BY_SERIES))
        .process(new ReviseRows.Supplier(codec, settings), Named.as("revise-rows"))
        .to(
            Topics.DAILY_SUMMARY,
            Produced.with(Serdes.String(), Serdes.ByteArray()).withName("daily-summary"));
  }

  private static Fact fact(ReadRecord record) {
    return ((ReadRecord.Counted) record).fact();
  }
}
