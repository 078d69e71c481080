package org.okno.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CursorTest {

  @Test
  void shouldReadTheKeyThatItWrote() {
    Instant at = Instant.parse("2026-03-02T06:15:31.482Z");
    Cursor cursor = Cursor.behind(at, LocalDate.of(2026, 3, 2));

    Cursor read = Cursor.fromString(cursor.toString());

    assertThat(read.instant(0)).isEqualTo(at);
    assertThat(read.day(1)).isEqualTo("2026-03-02");
  }

  @Test
  void shouldRejectATimeThatNoDatabaseKnows() {
    Cursor cursor = Cursor.behind(Instant.MAX, LocalDate.MAX);

    assertThat(rejected(() -> cursor.instant(0))).isEqualTo(400);
    assertThat(rejected(() -> cursor.day(1))).isEqualTo(400);
  }

  private static int rejected(Runnable read) {
    return catchThrowableOfType(ProblemException.class, read::run).problem().status();
  }
}
