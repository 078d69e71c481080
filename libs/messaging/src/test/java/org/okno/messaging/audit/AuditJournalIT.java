package org.okno.messaging.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.okno.contracts.CaseEvent.CaseClosed;
import org.okno.contracts.Topics;
import org.okno.engines.kafka.Broker;
import org.okno.messaging.EventCodec;
import org.okno.messaging.Journal;
import org.okno.messaging.MessagingEngines;
import org.okno.messaging.Reading;

/** What is in the journal comes to its topic, whoever lost it on the way. */
@QuarkusTest
@QuarkusTestResource(MessagingEngines.class)
class AuditJournalIT {
  private static final Instant CLOSED_AT = Instant.parse("2026-03-02T06:15:32.000Z");

  @Inject Journal journal;
  @Inject JournalRepository repository;
  @Inject PublishedEvents published;
  @Inject PublishAgain publishAgain;
  @Inject JournalAuditSettings settings;
  @Inject Jdbi jdbi;

  @SuppressWarnings("NullAway.Init") // injected by MessagingEngines
  Broker broker;

  private final EventCodec codec = new EventCodec();

  @Test
  void shouldPublishWhatIsMissingAndNothingElse() {
    List<CaseClosed> events = List.of(closed(), closed(), closed());
    append(events);
    publishAgain.events(List.of(idOf(events.get(0)), idOf(events.get(2))));

    AuditJournal audit = audit();
    audit.run();
    audit.run();

    assertThat(onTopic(events)).containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void shouldPublishAgainAtAStartWhatTheBrokerLost() throws Exception {
    List<CaseClosed> events = List.of(closed(), closed());
    append(events);
    AuditJournal audit = audit();
    audit.run();
    assertThat(onTopic(events)).hasSize(2);

    loseAllRecords();
    audit.run();
    assertThat(onTopic(events)).as("compared already").isEmpty();
    audit().run();

    assertThat(onTopic(events)).containsExactlyInAnyOrderElementsOf(events);
  }

  private static CaseClosed closed() {
    return new CaseClosed(UUID.randomUUID(), CLOSED_AT, null);
  }

  private void append(List<CaseClosed> events) {
    QuarkusTransaction.requiringNew().run(() -> journal.append(events));
  }

  /** As a new process has it, later than the grace. */
  private AuditJournal audit() {
    Clock later = Clock.offset(Clock.systemUTC(), settings.grace().plusSeconds(1));
    return new AuditJournal(repository, published, publishAgain, settings, later);
  }

  private UUID idOf(CaseClosed event) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select event_id from journal where event_key = ?")
                .bind(0, event.key())
                .mapTo(UUID.class)
                .one());
  }

  private void loseAllRecords() throws Exception {
    try (Admin admin = Admin.create(address());
        KafkaConsumer<String, byte[]> reader = reader()) {
      Map<TopicPartition, RecordsToDelete> all =
          reader.endOffsets(partitions(reader)).entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue())));
      admin.deleteRecords(all).all().get();
    }
  }

  /** These events as often as they are on the topic. */
  private List<CaseClosed> onTopic(List<CaseClosed> events) {
    List<CaseClosed> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> reader = reader()) {
      reader.assign(partitions(reader));
      reader.seekToBeginning(reader.assignment());
      Map<TopicPartition, Long> ends = reader.endOffsets(partitions(reader));
      while (ends.entrySet().stream()
          .anyMatch(it -> reader.position(it.getKey()) < it.getValue())) {
        reader
            .poll(Duration.ofMillis(100))
            .forEach(
                record -> {
                  if (codec.read(record.headers(), record.value())
                          instanceof Reading.Known(var id, var time, CaseClosed event)
                      && events.contains(event)
                      && record.key().equals(event.key())
                      && id.equals(idOf(event))) {
                    found.add(event);
                  }
                });
      }
    }
    return found;
  }

  private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> reader) {
    return reader.partitionsFor(Topics.CASES).stream()
        .map(partition -> new TopicPartition(Topics.CASES, partition.partition()))
        .toList();
  }

  private KafkaConsumer<String, byte[]> reader() {
    return new KafkaConsumer<>(address(), new StringDeserializer(), new ByteArrayDeserializer());
  }

  private Map<String, Object> address() {
    return broker.administrator().with(Map.of());
  }
}
