package org.okno.casework.rebuilding;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.okno.cloudevents.EventCodec;
import org.okno.cloudevents.Reading;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.RoutingEvent;

/**
 * Works on one share: first all that happened to its cases, which goes to the journal as it comes;
 * then the decisions, each of which is let go as soon as its case is written.
 */
final class ShareWork implements Callable<ShareWork.Done> {
  private final Share share;
  private final TopicReader topics;
  private final EventCodec codec;
  private final Connection connection;
  private final Tally tally;
  private final JournalRows journal;
  private final CaseRows rows;
  private final Map<UUID, Story> stories = new HashMap<>();
  private final List<String> contradictions = new ArrayList<>();
  private long cases;

  /**
   * What a share came to.
   *
   * @param contradictions a sentence for each case that cannot be rebuilt
   */
  record Done(long cases, List<String> contradictions) {}

  /** What is known of one case so far. */
  private record Story(List<UUID> ids, List<CaseEvent> events, List<RoutingEvent> decisions) {}

  /**
   * @param connection of its own, in a transaction
   * @param erased ids of persons of whom nothing may be kept
   */
  ShareWork(
      Share share,
      TopicReader topics,
      EventCodec codec,
      Connection connection,
      Set<UUID> erased,
      Tally tally) {
    this.share = share;
    this.topics = topics;
    this.codec = codec;
    this.connection = connection;
    this.tally = tally;
    this.journal = new JournalRows(connection);
    this.rows = new CaseRows(connection, erased);
  }

  @Override
  public Done call() throws SQLException, IOException {
    topics.read(share.cases(), this::takeEvent);
    journal.send();
    topics.read(share.decisions(), this::takeDecision);
    rows.send();
    connection.commit();
    stories
        .keySet()
        .forEach(id -> contradictions.add("case " + id + ": the decision it rests on is missing"));
    return new Done(cases, List.copyOf(contradictions));
  }

  private void takeEvent(ConsumerRecord<String, byte[]> record) throws SQLException, IOException {
    tally.read();
    if (!share.holds(record.key())) {
      return;
    }
    switch (codec.read(record.headers(), record.value())) {
      case Reading.Known known when known.event() instanceof CaseEvent event -> {
        Story story =
            stories.computeIfAbsent(
                event.requestId(),
                id -> new Story(new ArrayList<>(2), new ArrayList<>(2), new ArrayList<>(1)));
        // Debezium may tell an event again.
        if (!story.ids().contains(known.id())) {
          story.ids().add(known.id());
          story.events().add(event);
          journal.add(record);
        }
      }
      case Reading other ->
          contradictions.add(
              "%s, offset %d of partition %d: not an event of a case that this version knows"
                  .formatted(record.topic(), record.offset(), record.partition()));
    }
  }

  /** What the consumer put aside as unreadable made no case; so here. */
  private void takeDecision(ConsumerRecord<String, byte[]> record)
      throws SQLException, IOException {
    tally.read();
    if (share.holds(record.key())
        && codec.read(record.headers(), record.value()) instanceof Reading.Known known
        && known.event() instanceof RoutingEvent decision) {
      take(decision);
    }
  }

  private void take(RoutingEvent decision) throws SQLException, IOException {
    UUID requestId = decision.questionnaire().requestId();
    Story story = stories.get(requestId);
    // Without a story the service has not taken the decision yet, or the case is written already.
    if (story == null) {
      return;
    }
    story.decisions().add(decision);
    try {
      Optional<RebuiltCase> rebuilt = Replay.of(story.events(), story.decisions());
      if (rebuilt.isPresent()) {
        write(rebuilt.get());
        stories.remove(requestId);
      }
    } catch (ContradictionException e) {
      contradictions.add(String.valueOf(e.getMessage()));
      stories.remove(requestId);
    }
  }

  private void write(RebuiltCase rebuilt) throws SQLException, IOException {
    rows.add(rebuilt);
    cases++;
  }
}
