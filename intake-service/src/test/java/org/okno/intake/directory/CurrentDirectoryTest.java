package org.okno.intake.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurrentDirectoryTest {
  private static final Directory BEFORE = new Directory(List.of(), List.of(), List.of());
  private static final Directory AFTER = new Directory(List.of(), List.of(), List.of());

  private Directory tables = BEFORE;
  private Instant now = Instant.parse("2026-01-01T12:00:00Z");
  private final CurrentDirectory current = new CurrentDirectory(() -> tables, new Now());

  @Test
  void shouldSeeWhatAnotherInstanceStoredAfterAWhile() {
    assertThat(current.get()).isSameAs(BEFORE);
    tables = AFTER;
    now = now.plus(Duration.ofSeconds(29));
    assertThat(current.get()).isSameAs(BEFORE);

    now = now.plus(Duration.ofSeconds(2));
    assertThat(current.get()).isSameAs(AFTER);
  }

  private final class Now extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
