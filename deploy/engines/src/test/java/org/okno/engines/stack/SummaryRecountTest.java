package org.okno.engines.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.okno.engines.Home;

class SummaryRecountTest {
  private static final String RECOUNT = "OKNO_ANALYTICS_RECOUNT";

  @TempDir Path data;

  @Test
  void shouldReachAnalyticsAtItsNextStartWithoutTheStateOfBefore() throws IOException {
    Settings settings = Settings.of(Home.find(), data, Ports.random());
    assertThat(ofAnalytics(settings)).containsEntry(RECOUNT, "1");
    Path state = settings.streamsState(1).resolve("okno-analytics-1/0_0");
    Files.createDirectories(state);

    new SummaryRecount(settings).request();
    new SummaryRecount(settings).request();

    assertThat(ofAnalytics(settings)).containsEntry(RECOUNT, "3");
    assertThat(state).doesNotExist();
  }

  private static Map<String, String> ofAnalytics(Settings settings) {
    return new Environment(settings).of(Part.ANALYTICS);
  }
}
