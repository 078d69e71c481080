package org.okno.cases.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Endpoints that are slow, broken or hostile. */
@Timeout(30)
class WebhookClientTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private final WebhookClient client = client(List.of("127.0.0.1"));

  @AfterEach
  void close() throws IOException {
    end.countDown();
    client.close();
  }

  @Test
  void shouldPostTheBodyWithItsHeaders() throws IOException {
    try (Endpoint endpoint = new Endpoint(Endpoint.with(204))) {
      assertThat(client.post(endpoint.url(), Map.of("webhook-id", "7"), "{}")).isEqualTo(204);

      assertThat(endpoint.received())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.body()).isEqualTo("{}");
                assertThat(one.headers().getFirst("webhook-id")).isEqualTo("7");
                assertThat(one.headers().getFirst("Content-Type")).startsWith("application/json");
              });
    }
  }

  @Test
  void shouldFollowNoRedirect() throws IOException {
    try (Endpoint inside = new Endpoint(Endpoint.with(200));
        Endpoint endpoint =
            new Endpoint(
                exchange -> {
                  exchange.getResponseHeaders().add("Location", inside.url());
                  exchange.sendResponseHeaders(307, -1);
                })) {
      assertThat(client.post(endpoint.url(), Map.of(), "{}")).isEqualTo(307);
      assertThat(inside.received()).isEmpty();
    }
  }

  @Test
  void shouldNotReadWhatAnEndpointSends() throws IOException {
    try (Endpoint endpoint =
        new Endpoint(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              byte[] part = new byte[1 << 20];
              for (int i = 0; i < 100_000; i++) {
                exchange.getResponseBody().write(part);
              }
            })) {
      assertThat(client.post(endpoint.url(), Map.of(), "{}")).isEqualTo(200);
    }
  }

  @Test
  void shouldGiveUpOnAnEndpointThatHangs() {
    try (Endpoint endpoint = new Endpoint(exchange -> await())) {
      assertThatThrownBy(() -> client.post(endpoint.url(), Map.of(), "{}"))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void shouldConnectToNoAddressThatIsNotPublic() throws IOException {
    WebhookClient strict = client(List.of());
    try (Endpoint endpoint = new Endpoint(Endpoint.with(200))) {
      assertThatThrownBy(() -> strict.post(endpoint.url(), Map.of(), "{}"))
          .isInstanceOf(IOException.class);
      assertThat(endpoint.received()).isEmpty();
    } finally {
      strict.close();
    }
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static WebhookClient client(List<String> allowed) {
    NotificationSettings settings = new TestSettings(allowed);
    return new WebhookClient(settings, new AllowedHosts(settings));
  }

  private record TestSettings(List<String> allowed) implements NotificationSettings {
    @Override
    public Duration every() {
      return Duration.ZERO;
    }

    @Override
    public List<Duration> schedule() {
      return List.of(Duration.ZERO);
    }

    @Override
    public double jitter() {
      return 0;
    }

    @Override
    public Duration timeout() {
      return Duration.ofMillis(500);
    }

    @Override
    public int atOnce() {
      return 1;
    }

    @Override
    public Optional<List<String>> allowedHosts() {
      return Optional.of(allowed);
    }

    @Override
    public Duration keep() {
      return Duration.ZERO;
    }

    @Override
    public Duration removeEvery() {
      return Duration.ZERO;
    }

    @Override
    public int maxStreams() {
      return 1;
    }

    @Override
    public Duration streamEvery() {
      return Duration.ZERO;
    }

    @Override
    public Duration streamLasts() {
      return Duration.ZERO;
    }
  }
}
