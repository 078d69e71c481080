package org.okno.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wait=5                          | 5
          Wait = 7                        | 7
          wait="9"                        | 9
          respond-async, wait=10          | 10
          wait=10; foo=bar, respond-async | 10
          wait=0                          | 0
          wait=86400                      | 30
          """)
  void shouldWaitAsLongAsAskedButAtMostHalfAMinute(String prefer, long seconds) {
    assertThat(Preferences.toWait(prefer)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "respond-async", "wait", "wait=-1", "wait=soon", "await=5"})
  void shouldPassOverWhatIsNoWait(String prefer) {
    assertThat(Preferences.toWait(prefer)).isZero();
  }

  @Test
  void shouldTellWhatItDid() {
    assertThat(Preferences.applied(Duration.ofSeconds(5))).isEqualTo("wait=5");
    assertThat(Preferences.applied(Duration.ZERO)).isNull();
  }
}
