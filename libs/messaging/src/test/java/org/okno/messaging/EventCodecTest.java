package org.okno.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.contracts.Event;
import org.okno.contracts.EventType;

class EventCodecTest {
  private static final UUID ID = UUID.fromString("019cad30-059a-7b2f-8036-0ae312051665");
  private static final EventType TYPE = EventType.CASE_CLOSED;
  private static final Event EVENT = GoldenSamples.event(TYPE);
  private static final String SECRET = "Ivanova";

  private final EventCodec codec = new EventCodec();

  @Test
  void shouldWriteTheAttributesAsHeaders() {
    ProducerRecord<String, byte[]> record = codec.write(ID, EVENT);

    assertThat(texts(record.headers()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", ID.toString(),
                "ce_type", "org.okno.case.case-closed.v1",
                "ce_source", "/okno/case",
                "ce_time", EVENT.time().toString(),
                "ce_subject", EVENT.key(),
                "content-type", "application/json"));
  }

  @ParameterizedTest
  @EnumSource
  void shouldWriteTheSameJsonAsTextAndAsBytes(EventType type) {
    Event event = GoldenSamples.event(type);

    assertThat(Json.write(event)).isEqualTo(new String(codec.bytes(event), UTF_8));
  }

  @Test
  void shouldIgnoreFieldsItDoesNotKnow() {
    String grown = Json.write(EVENT).replaceFirst("\\{", "{\"addedLater\": {\"deep\": [1]},");

    assertThat(codec.read(headers(TYPE.typeName()), bytes(grown)))
        .isEqualTo(new Reading.Known(ID, EVENT.time(), EVENT));
  }

  @Test
  void shouldTellATypeItDoesNotKnow() {
    assertThat(codec.read(headers("org.okno.case.case-closed.v2"), bytes("{}")))
        .isEqualTo(new Reading.Unknown("org.okno.case.case-closed.v2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "7",
        "\"Ivanova\"",
        "{}",
        "{\"requestId\": \"Ivanova\"",
        "{\"requestId\": \"Ivanova\", \"closedAt\": \"2026-03-06T09:10:00Z\"}",
        "{\"requestId\": null, \"closedAt\": \"2026-03-06T09:10:00Z\"}",
        "{\"requestId\": \"019cad30-059a-7b2f-8036-0ae312051665\", \"closedAt\": \"Ivanova\"}",
        "{\"requestId\": \"019cad30-059a-7b2f-8036-0ae312051665\"}",
        "<Ivanova/>",
        "{\"requestId\": \"019cad30-059a-7b2f-8036-0ae312051665\","
            + " \"closedAt\": \"2026-03-06T09:10:00Z\"} Ivanova"
      })
  void shouldFindDataUnreadableWithoutQuotingIt(String data) {
    Reading reading = codec.read(headers(TYPE.typeName()), bytes(data));

    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
    assertThat(((Reading.Unreadable) reading).reason()).isNotBlank().doesNotContain(SECRET);
  }

  @Test
  void shouldSayWhereDataDoesNotFit() {
    String wrong = GoldenSamples.json(EventType.REQUEST_ROUTED).replaceFirst("24", "\"soon\"");

    assertThat(codec.read(headers(EventType.REQUEST_ROUTED.typeName()), bytes(wrong)))
        .isEqualTo(
            new Reading.Unreadable(
                "data does not fit org.okno.routing.request-routed.v1"
                    + " at /assignments/0/respondWithinHours"));
  }

  @Test
  void shouldFindBrokenUtf8Unreadable() {
    byte[] data = bytes("{\"requestId\": \"??\"}");
    data[15] = (byte) 0xC3;

    assertThat(codec.read(headers(TYPE.typeName()), data)).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void shouldFindATombstoneUnreadable() {
    assertThat(codec.read(headers(TYPE.typeName()), null)).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void shouldFindARecordWithoutHeadersUnreadable() {
    assertThat(codec.read(new RecordHeaders(), codec.bytes(EVENT)))
        .isInstanceOf(Reading.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_source"})
  void shouldFindARecordThatLacksAnAttributeUnreadable(String attribute) {
    Headers headers = headers(TYPE.typeName());
    headers.remove(attribute);

    assertThat(codec.read(headers, codec.bytes(EVENT))).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void shouldFindAnIdThatIsNoUuidUnreadable() {
    Headers headers = headers(TYPE.typeName());
    headers.remove("ce_id").add("ce_id", bytes("7"));

    assertThat(codec.read(headers, codec.bytes(EVENT)))
        .isEqualTo(new Reading.Unreadable("ce_id is not a UUID"));
  }

  @Test
  void shouldGiveIdsThatSortByTime() {
    assertThat(EventIds.next().version()).isEqualTo(7);
    assertThat(EventIds.next().toString()).isLessThan(EventIds.next().toString());
  }

  private Headers headers(String type) {
    Headers headers = codec.write(ID, EVENT).headers();
    return headers.remove("ce_type").add("ce_type", bytes(type));
  }

  private static Map<String, String> texts(Headers headers) {
    Map<String, String> texts = new HashMap<>();
    for (Header header : headers) {
      texts.put(header.key(), new String(header.value(), UTF_8));
    }
    return texts;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
