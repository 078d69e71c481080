package org.okno.intake.open311;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.http.ProblemException;

class ServiceRequestFormTest {

  @Test
  void shouldReadFieldsAndAttributes() {
    ServiceRequestForm form =
        read(
            "description=%D0%9F%D0%BE%D0%BC%D0%BE%D1%89%D1%8C+%26&attribute%5Bg%5D%5B%5D=a"
                + "&attribute[g][]=b&attribute[c]=true&lat=&phone=");

    assertThat(form.field("description")).isEqualTo("Помощь &");
    assertThat(form.field("lat")).isNull();
    assertThat(form.attributes())
        .containsExactlyInAnyOrderEntriesOf(
            java.util.Map.of("g", List.of("a", "b"), "c", List.of("true")));
  }

  @Test
  void shouldKnowTheSameFormAgainWithAnotherKey() {
    assertThat(read("a=1&b=2&api_key=x").content()).isEqualTo(read("b=2&api_key=y&a=1").content());
    assertThat(read("a=1").content()).isNotEqualTo(read("a=2").content());
    assertThat(read("a=1").toString()).doesNotContain("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%zz", "a=%", "a=%ff%fe", "a=%d0"})
  void shouldRefuseEscapesThatAreNone(String body) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(body))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(400));
  }

  @Test
  void shouldRefuseAnotherMediaTypeAndWhatIsTooLong() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ServiceRequestForm.read("text/xml", body("<a/>")));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ServiceRequestForm.read(null, body("a=1")));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read("a=" + "x".repeat(70_000)))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(413));
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read("a=1&".repeat(1_100)));
  }

  @Test
  void shouldReadOrRefuseWhateverComes() {
    Random random = new Random(311);
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      for (int k = 0; k < bytes.length; k++) {
        // Half of them from the characters that mean something here.
        if (random.nextBoolean()) {
          bytes[k] = (byte) "&=%[]+abcdef0123456789attribute".charAt(random.nextInt(31));
        }
      }
      try {
        ServiceRequestForm form =
            ServiceRequestForm.read(ServiceRequestForm.MEDIA_TYPE, new ByteArrayInputStream(bytes));
        assertThat(form.attributes()).isNotNull();
      } catch (ProblemException e) {
        assertThat(e.problem().status()).isEqualTo(400);
      }
    }
  }

  private static ServiceRequestForm read(String body) {
    return ServiceRequestForm.read(ServiceRequestForm.MEDIA_TYPE + "; charset=UTF-8", body(body));
  }

  private static ByteArrayInputStream body(String body) {
    return new ByteArrayInputStream(body.getBytes(UTF_8));
  }
}
