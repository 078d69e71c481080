package org.okno.engines.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BrokerPropertiesTest {

  @Test
  void shouldKeepTheOffsetsOfAConsumerThatWasAwayForYears() throws IOException {
    Properties broker = new Properties();
    try (InputStream file = Broker.class.getResourceAsStream("/broker.properties")) {
      broker.load(Objects.requireNonNull(file));
    }

    // Kafka's default is 7 days.
    assertThat(Integer.parseInt(broker.getProperty("offsets.retention.minutes", "10080")))
        .isGreaterThan((int) Duration.ofDays(365 * 100).toMinutes());
  }
}
