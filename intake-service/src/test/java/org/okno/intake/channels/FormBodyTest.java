package org.okno.intake.channels;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.http.ProblemException;

class FormBodyTest {
  private static final int INPUTS = 100_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a=1&b=2              | {"a":"1","b":"2"}
          a=1&a=2&a=3          | {"a":["1","2","3"]}
          a=&b=2&c             | {"b":"2"}
          a=1+2%2B3            | {"a":"1 2+3"}
          a=b=c                | {"a":"b=c"}
          &&a=1&&              | {"a":"1"}
          %D0%B8%D0%BC%D1%8F=x | {"имя":"x"}
          =1                   | {"":"1"}
          """)
  void shouldReadAForm(String form, String fields) {
    assertThat(FormBody.read(form.getBytes(UTF_8))).hasToString(fields);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=1", ""})
  void shouldRefuseWhatIsNone(String form) {
    assertThatThrownBy(() -> FormBody.read(form.getBytes(UTF_8)))
        .isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%FF", "a=%D0", "a=\u00ef"})
  void shouldRefuseAnotherCharacterSet(String form) {
    assertThatThrownBy(() -> FormBody.read(form.getBytes(ISO_8859_1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void shouldBoundItsFields() {
    String form =
        IntStream.range(0, 1_001).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));

    assertThatThrownBy(() -> FormBody.read(form.getBytes(UTF_8)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("1000");
  }

  @Test
  void shouldReadOrRefuseWhateverIsSent() {
    Random random = new Random(1);
    byte[] alphabet = "a=&%+4Fz\u00d0\u00ff\r\n\0".getBytes(ISO_8859_1);
    for (int i = 0; i < INPUTS; i++) {
      byte[] form = new byte[random.nextInt(30)];
      for (int j = 0; j < form.length; j++) {
        form[j] = alphabet[random.nextInt(alphabet.length)];
      }
      try {
        assertThat(FormBody.read(form).size()).isLessThanOrEqualTo(form.length);
      } catch (ProblemException e) {
        assertThat(e.problem().status()).isEqualTo(400);
      }
    }
  }

  @Test
  void shouldReadWhatTheJdkEncodes() {
    Random random = new Random(2);
    for (int i = 0; i < 10_000; i++) {
      String value =
          random
              .ints(1 + random.nextInt(20), 1, 0xD7FF)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      String encoded = URLEncoder.encode(value, UTF_8);

      assertThat(FormBody.read(("v=" + encoded).getBytes(UTF_8)).path("v").asText())
          .isEqualTo(URLDecoder.decode(encoded, UTF_8));
    }
  }
}
