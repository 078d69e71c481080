package org.okno.analytics.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.okno.contracts.Event;
import org.okno.contracts.EventType;
import org.okno.messaging.EventIds;
import org.okno.messaging.Json;

class GoldenSamplesTest {
  private static final JsonMapper MAPPER = Json.mapper();

  @ParameterizedTest
  @EnumSource(
      value = EventType.class,
      names = {
        "QUESTIONNAIRE_SUBMITTED",
        "REQUEST_ROUTED",
        "REQUEST_HELD",
        "REQUEST_REROUTED",
        "NEED_REROUTED",
        "NEED_HELD",
        "NEED_REOPENED",
        "NEED_ACCEPTED",
        "NEED_DECLINED",
        "NEED_RESOLVED",
        "QUESTIONNAIRE_CORRECTED",
        "REQUEST_CORRECTED",
        "NEEDS_WITHDRAWN",
        "NEED_WITHDRAWN"
      })
  void shouldCountTheSampleOfEveryTypeThatCounts(EventType type) throws IOException {
    try (Driver driver = new Driver()) {
      driver.pipe(EventIds.next(), sample(type));

      assertThat(driver.rows().all()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = EventType.class,
      names = {
        "CASE_OPENED",
        "NEED_ASSIGNED",
        "NEED_STARTED",
        "NEED_PAUSED",
        "NEED_RESUMED",
        "NEED_CLAIMED",
        "NEED_HANDED_OVER",
        "NEED_RELEASED",
        "NEED_WITHDRAWAL_REQUESTED",
        "QUESTIONNAIRE_WITHDRAWN",
        "REQUEST_WITHDRAWN",
        "CASE_CORRECTED",
        "CASE_CLOSED"
      })
  void shouldTakeTheSampleOfATypeThatRepeatsADecisionWithoutCountingIt(EventType type)
      throws IOException {
    try (Driver driver = new Driver()) {
      driver.pipe(EventIds.next(), sample(type));

      assertThat(driver.rows().all()).isEmpty();
      assertThat(driver.count(type.topic(), "processed")).isEqualTo(1);
    }
  }

  @Test
  void shouldReadAndWriteTheSampleOfARow() throws IOException {
    Event row = sample(EventType.DAILY_SUMMARY_REVISED);

    assertThat(MAPPER.readTree(Driver.CODEC.bytes(row)))
        .isEqualTo(MAPPER.readTree(open(EventType.DAILY_SUMMARY_REVISED)));
  }

  private static Event sample(EventType type) throws IOException {
    return MAPPER.readValue(open(type), type.record());
  }

  private static InputStream open(EventType type) {
    String path = "/org/okno/contracts/samples/" + type.typeName() + ".json";
    return Objects.requireNonNull(EventType.class.getResourceAsStream(path), path);
  }
}
