package org.okno.intake.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.http.ProblemException;

class StrictJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\": 1,}",
        "{} {}",
        "{\"a\": 1, \"a\": 2}",
        "{'a': 1}",
        "nothing",
        "[1"
      })
  void shouldSayThatABodyIsNotOneJsonDocument(String body) {
    ProblemException refused = refused(body.getBytes(UTF_8));

    assertThat(refused.problem().status()).isEqualTo(400);
    assertThat(refused.problem().type()).isEqualTo("urn:okno:problem:malformed");
  }

  @Test
  void shouldNotGuessAnotherEncoding() {
    byte[] invalid = {'{', '"', 'a', '"', ':', '"', (byte) 0xCF, (byte) 0xF0, '"', '}'};

    assertThat(refused(invalid).problem().type()).isEqualTo("urn:okno:problem:not-utf-8");
  }

  @Test
  void shouldNotGoDeeperThanAnyQuestionnaire() {
    assertThat(refused("[".repeat(100_000).getBytes(UTF_8)).problem().status()).isEqualTo(400);
  }

  private static ProblemException refused(byte[] body) {
    return catchThrowableOfType(ProblemException.class, () -> StrictJson.parse(body));
  }
}
