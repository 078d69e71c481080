package org.okno.http;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
  private record Named(String name) {}

  @Test
  void shouldReadTheTypeThatIsExpected() {
    assertThat(JsonBody.read("{\"name\": \"a\"}".getBytes(UTF_8), Named.class))
        .isEqualTo(new Named("a"));
  }

  @Test
  void shouldSkipAByteOrderMark() {
    assertThat(JsonBody.read("\uFEFF{\"name\": \"a\"}".getBytes(UTF_8), Named.class))
        .isEqualTo(new Named("a"));
  }

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
        "[1",
        "\uFEFF",
        "{\uFEFF}"
      })
  void shouldRejectWhatIsNotOneJsonDocument(String body) {
    assertThat(rejected(body.getBytes(UTF_8)).type()).isEqualTo("urn:okno:problem:malformed");
  }

  @Test
  void shouldNotGuessAnotherEncoding() {
    byte[] windows1251 = {'{', '"', 'a', '"', ':', '"', (byte) 0xCF, (byte) 0xF0, '"', '}'};

    assertThat(rejected(windows1251).type()).isEqualTo("urn:okno:problem:not-utf-8");
    assertThat(rejected("{}".getBytes(UTF_16LE)).status()).isEqualTo(400);
  }

  @Test
  void shouldRejectExcessiveNesting() {
    assertThat(rejected("[".repeat(100_000).getBytes(UTF_8)).status()).isEqualTo(400);
  }

  @Test
  void shouldNameTheFieldThatIsUnknown() {
    assertThat(rejected("{\"name\": \"a\", \"nick\": \"b\"}", Named.class).errors())
        .extracting(Problem.FieldError::pointer)
        .containsExactly("/nick");
  }

  @Test
  void shouldSayWhatIsExpectedWithoutNamesOfClasses() {
    record Form(UUID id, List<String> texts, Map<String, Named> named, int count, Instant at) {}

    assertThat(
            Stream.of(
                    "{\"id\": 7}",
                    "{\"id\": \"x\"}",
                    "{\"texts\": {}}",
                    "{\"named\": []}",
                    "{\"named\": {\"a\": 1}}",
                    "{\"count\": \"x\"}",
                    "{\"at\": \"x\"}",
                    "{\"count\": 1, \"nick\": 1}",
                    "7")
                .map(body -> rejected(body, Form.class).errors().getFirst().detail()))
        .containsExactly(
            "expected a UUID",
            "expected a UUID",
            "expected an array",
            "expected an object",
            "expected an object",
            "expected a whole number",
            "expected a date-time such as 2026-03-02T06:15:31.482Z",
            "unknown field; expected one of at, count, id, named, texts",
            "expected an object");
  }

  @Test
  void shouldBoundAndCleanTheNameOfAFieldInItsPointer() {
    assertThat(rejected("{\"a/b~\\ud800" + "x".repeat(100) + "\": 1}", Named.class).errors())
        .extracting(Problem.FieldError::pointer)
        .containsExactly("/a~1b~0?" + "x".repeat(55) + "…");
  }

  @Test
  void shouldRejectABodyThatIsTooLong() {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () -> JsonBody.read(new ByteArrayInputStream(new byte[11]), 10, JsonNode.class));

    assertThat(thrown.problem().status()).isEqualTo(413);
  }

  private static Problem rejected(byte[] body) {
    return catchThrowableOfType(ProblemException.class, () -> JsonBody.read(body, JsonNode.class))
        .problem();
  }

  private static Problem rejected(String body, Class<?> type) {
    return catchThrowableOfType(
            ProblemException.class, () -> JsonBody.read(body.getBytes(UTF_8), type))
        .problem();
  }
}
