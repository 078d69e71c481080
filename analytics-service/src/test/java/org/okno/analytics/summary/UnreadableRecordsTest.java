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
import org.okno.analytics.flow.Request;
import org.okno.contracts.TerritoryRef;
import org.okno.contracts.Topics;
import org.okno.messaging.EventIds;

class UnreadableRecordsTest {
  private static final String LETTERS = "analytics.okno.questionnaires.dlq";

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
  void shouldDeadLetteredWhatIsNoCloudEventAndGoOn() {
    byte[] value = "not an event".getBytes(UTF_8);
    driver.pipe(Topics.QUESTIONNAIRES, "k", new RecordHeaders(), value);
    driver.pipe(Request.of("web", "2026-03-02T08:00:00Z", "food").submitted());

    assertThat(driver.records(LETTERS))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.key()).isEqualTo("k");
              assertThat(letter.value()).isEqualTo(value);
              assertThat(header(letter, "okno_dlq_topic")).isEqualTo(Topics.QUESTIONNAIRES);
              assertThat(header(letter, "okno_dlq_partition")).isEqualTo("0");
              assertThat(header(letter, "okno_dlq_offset")).isEqualTo("0");
              assertThat(header(letter, "okno_dlq_reason")).startsWith("not a CloudEvent");
            });
    assertThat(driver.count(Topics.QUESTIONNAIRES, "dead-lettered")).isEqualTo(1);
    assertThat(driver.rows().all()).hasSize(1);
  }

  @Test
  void shouldDeadLetteredDataThatDoesNotFitAndKeepItsHeaders() {
    Request request = Request.of("web", "2026-03-02T08:00:00Z", "food");
    ProducerRecord<String, byte[]> sound = Driver.CODEC.write(EventIds.next(), request.submitted());
    driver.pipe(sound.topic(), sound.key(), sound.headers(), "{}".getBytes(UTF_8));
    driver.pipe(sound.topic(), sound.key(), sound.headers(), sound.value());

    assertThat(driver.records(LETTERS))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(header(letter, "ce_type"))
                    .isEqualTo("org.okno.intake.questionnaire-submitted.v1"));
    // What was put aside was not remembered: mended and replayed, it counts.
    assertThat(driver.rows().all()).hasSize(1);
  }

  @Test
  void shouldDeadLetteredWhatCannotBeCounted() {
    Instant asked = Instant.parse("2026-03-02T08:00:00Z");
    driver.pipe(
        Request.of(new TerritoryRef("t", "Nowhere/None"), "web", asked, "food").submitted());
    driver.pipe(Request.of("we\0b", "2026-03-02T08:00:00Z", "food").submitted());
    driver.pipe(
        Request.of(Request.SAMARA, "web", Instant.parse("+12026-03-02T08:00:00Z"), "food")
            .submitted());

    assertThat(driver.records(LETTERS))
        .extracting(letter -> header(letter, "okno_dlq_reason"))
        .containsExactly(
            "territory.zone is not a time zone",
            "channel is not a code of 1 to 200 printable characters",
            "a time outside the years 1 to 9999");
    assertThat(driver.rows().all()).isEmpty();
  }

  @Test
  void shouldDeadLetteredARecordWithoutKeyAndValue() {
    driver.pipe(Topics.QUESTIONNAIRES, null, new RecordHeaders(), null);

    assertThat(driver.records(LETTERS)).hasSize(1);
  }

  @Test
  void shouldSkipAndCountATypeThatIsUnknownHere() {
    Request request = Request.of("web", "2026-03-02T08:00:00Z", "food");
    ProducerRecord<String, byte[]> record =
        Driver.CODEC.write(EventIds.next(), request.submitted());
    record.headers().remove("ce_type").add("ce_type", "org.okno.intake.sung.v1".getBytes(UTF_8));
    driver.pipe(record.topic(), record.key(), record.headers(), record.value());

    assertThat(driver.rows().all()).isEmpty();
    assertThat(driver.records(LETTERS)).isEmpty();
    assertThat(driver.count(Topics.QUESTIONNAIRES, "skipped")).isEqualTo(1);
  }

  private static String header(TestRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
