package org.okno.intake.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
  // printf '1772431952.{"a":1}' | openssl dgst -sha256 -hmac secret
  private static final String MAC =
      "5a37198bf6bf5af7ec0b56613f4fb211e2dd6fef074036b7f84a0d6130ee9d90";
  private static final String HEADER = "key=0123456789abcdef,t=1772431952,v1=" + MAC;

  @Test
  void shouldVerifyWhatOpensslSigned() {
    Signature signature = Signature.of(HEADER).orElseThrow();

    assertThat(signature.keyId()).isEqualTo("0123456789abcdef");
    assertThat(signature.isOf("secret", body())).isTrue();
    assertThat(signature.isOf("secreT", body())).isFalse();
    assertThat(signature.isOf("secret", "{\"a\":2}".getBytes(UTF_8))).isFalse();
    assertThat(
            new Signature(signature.keyId(), 1772431953L, signature.mac()).isOf("secret", body()))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "299, true", "-300, true", "301, false", "-301, false"})
  void shouldBeCurrentForFiveMinutes(long secondsLater, boolean current) {
    Signature signature = Signature.of(HEADER).orElseThrow();

    assertThat(signature.isCurrent(Instant.ofEpochSecond(1772431952L + secondsLater)))
        .isEqualTo(current);
    assertThat(signature.until()).isAfter(Instant.ofEpochSecond(1772431952L + 300));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "key=0123456789abcdef",
        "key=0123456789abcdef,t=-1,v1=" + MAC,
        "key=0123456789abcdef,t=99999999999999999999,v1=" + MAC,
        "key=x,t=1,v1=" + MAC,
        "key=0123456789abcdef,t=1,v1=00"
      })
  void shouldRefuseWhatIsNone(String header) {
    assertThat(Signature.of(header)).isEmpty();
  }

  private static byte[] body() {
    return "{\"a\":1}".getBytes(UTF_8);
  }
}
