package org.okno.analytics.summary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.okno.contracts.Codes;
import org.okno.contracts.TerritoryRef;
import org.okno.contracts.Topics;
import org.okno.messaging.EventIds;
import org.okno.testkit.SampleRequest;

class UnreadableRecordsTest {
  private static final String DEAD_LETTERS = "analytics.okno.questionnaires.dlq";

  private Driver driver;

  @BeforeEach
  void start() {
    driver = new Driver();
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void shouldDeadLetterWhatIsNoCloudEventAndGoOn() {
    byte[] value = "not an event".getBytes(UTF_8);
    driver.pipe(Topics.QUESTIONNAIRES, "k", new RecordHeaders(), value);
    driver.pipe(
        SampleRequest.of(
                Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food")
            .submitted());

    assertThat(driver.records(DEAD_LETTERS))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.key()).isEqualTo("k");
              assertThat(record.value()).isEqualTo(value);
              assertThat(header(record, "dead-letter-topic")).isEqualTo(Topics.QUESTIONNAIRES);
              assertThat(header(record, "dead-letter-partition")).isEqualTo("0");
              assertThat(header(record, "dead-letter-offset")).isEqualTo("0");
              assertThat(header(record, "dead-letter-reason")).startsWith("not a CloudEvent");
            });
    assertThat(driver.count(Topics.QUESTIONNAIRES, "dead-lettered")).isEqualTo(1);
    assertThat(driver.rows().all()).hasSize(1);
  }

  @Test
  void shouldDeadLetterDataThatDoesNotFitAndKeepItsHeaders() {
    SampleRequest request =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food");
    ProducerRecord<String, byte[]> sound = Driver.CODEC.write(EventIds.next(), request.submitted());
    driver.pipe(sound.topic(), sound.key(), sound.headers(), "{}".getBytes(UTF_8));
    driver.pipe(sound.topic(), sound.key(), sound.headers(), sound.value());

    assertThat(driver.records(DEAD_LETTERS))
        .singleElement()
        .satisfies(
            record ->
                assertThat(header(record, "ce_type"))
                    .isEqualTo("org.okno.intake.questionnaire-submitted.v1"));
    // What was dead-lettered was not remembered: fixed and replayed, it counts.
    assertThat(driver.rows().all()).hasSize(1);
  }

  @Test
  void shouldDeadLetterWhatCannotBeCounted() {
    Instant asked = Instant.parse("2026-03-02T08:00:00Z");
    driver.pipe(
        SampleRequest.of(new TerritoryRef("t", "Nowhere/None"), "web", asked, "food").submitted());
    driver.pipe(
        SampleRequest.of(
                Driver.SAMARA, "we\0b", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food")
            .submitted());
    driver.pipe(
        SampleRequest.of(Driver.SAMARA, "web", Instant.parse("+12026-03-02T08:00:00Z"), "food")
            .submitted());

    assertThat(driver.records(DEAD_LETTERS))
        .extracting(record -> header(record, "dead-letter-reason"))
        .containsExactly(
            "territory.zone is not a time zone",
            "channel: " + Codes.GRAMMAR,
            "a time outside the years 1 to 9999");
    assertThat(driver.rows().all()).isEmpty();
  }

  @Test
  void shouldDeadLetterAReplayedRecordToTheSameTopicWithItsOrigin() {
    byte[] value = "not an event".getBytes(UTF_8);
    RecordHeaders headers = new RecordHeaders();
    headers.add("dead-letter-topic", Topics.QUESTIONNAIRES.getBytes(UTF_8));
    headers.add("dead-letter-offset", "42".getBytes(UTF_8));
    driver.pipe(Topics.replay("analytics", Topics.QUESTIONNAIRES), "k", headers, value);

    assertThat(driver.records(DEAD_LETTERS))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(header(record, "dead-letter-topic")).isEqualTo(Topics.QUESTIONNAIRES);
              assertThat(header(record, "dead-letter-offset")).isEqualTo("42");
              assertThat(header(record, "dead-letter-reason")).startsWith("not a CloudEvent");
            });
  }

  @Test
  void shouldDeadLetterARecordWithoutKeyAndValue() {
    driver.pipe(Topics.QUESTIONNAIRES, null, new RecordHeaders(), null);

    assertThat(driver.records(DEAD_LETTERS)).hasSize(1);
  }

  @Test
  void shouldSkipAndCountATypeThatIsUnknownHere() {
    SampleRequest request =
        SampleRequest.of(
            Driver.SAMARA, "web", java.time.Instant.parse("2026-03-02T08:00:00Z"), "food");
    ProducerRecord<String, byte[]> record =
        Driver.CODEC.write(EventIds.next(), request.submitted());
    record.headers().remove("ce_type").add("ce_type", "org.okno.intake.sung.v1".getBytes(UTF_8));
    driver.pipe(record.topic(), record.key(), record.headers(), record.value());

    assertThat(driver.rows().all()).isEmpty();
    assertThat(driver.records(DEAD_LETTERS)).isEmpty();
    assertThat(driver.count(Topics.QUESTIONNAIRES, "skipped")).isEqualTo(1);
  }

  private static String header(TestRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
