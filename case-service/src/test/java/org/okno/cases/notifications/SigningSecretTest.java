package org.okno.cases.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The library of Standard Webhooks accepts what is signed here. */
class SigningSecretTest {
  private static final String ID = "019cad30-5b20-7d44-8a11-5f0c3a7be902";
  private static final String BODY = "{\"type\":\"a\"}";

  private final SigningSecret secret = SigningSecret.random();
  private final Instant now = Instant.now();
  private final HttpHeaders headers =
      HttpHeaders.of(
          Map.of(
              "webhook-id", List.of(ID),
              "webhook-timestamp", List.of(String.valueOf(now.getEpochSecond())),
              "webhook-signature", List.of(secret.sign(ID, now, BODY))),
          (name, value) -> true);

  @Test
  void shouldBeAcceptedByWhoeverHasTheSecret() throws WebhookVerificationException {
    new Webhook(secret.text()).verify(BODY, headers);
  }

  @Test
  void shouldBeRefusedForAnotherBodyOrByAnotherSecret() {
    assertThatThrownBy(() -> new Webhook(secret.text()).verify(BODY + " ", headers))
        .isInstanceOf(WebhookVerificationException.class);
    assertThatThrownBy(() -> new Webhook(SigningSecret.random().text()).verify(BODY, headers))
        .isInstanceOf(WebhookVerificationException.class);
    assertThat(secret.toString()).doesNotContain(secret.text());
  }
}
