package org.okno.cases.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts to endpoints of others, which may be slow, broken or hostile: to public addresses only,
 * without following a redirect, without reading what they send back, and within a time limit.
 */
@Singleton
class WebhookClient {
  private static final int MOST_CONNECTIONS = 1_000;

  private final CloseableHttpClient client;
  private final ScheduledExecutorService timer;
  private final long timeoutMillis;

  WebhookClient(NotificationSettings settings, AllowedHosts hosts) {
    Timeout timeout = Timeout.ofMilliseconds(settings.timeout().toMillis());
    this.timeoutMillis = settings.timeout().toMillis();
    this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(hosts.addresses())
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .setMaxConnPerRoute(MOST_CONNECTIONS)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(timeout)
                            .setSocketTimeout(timeout)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(timeout)
                    .setConnectionRequestTimeout(timeout)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableContentCompression()
            .setUserAgent("Okno")
            .build();
  }

  /**
   * Posts JSON.
   *
   * @return the status of the response
   * @throws IOException if there is none in time, or the host is not permitted
   */
  int post(String url, Map<String, String> headers, String body) throws IOException {
    HttpPost request = new HttpPost(url);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body.getBytes(UTF_8), ContentType.APPLICATION_JSON));
    // A client's timeouts are for each read: whoever sends a byte a second would never end.
    ScheduledFuture<?> end =
        timer.schedule(() -> request.cancel(), timeoutMillis, TimeUnit.MILLISECONDS);
    try {
      ClassicHttpResponse response = client.executeOpen(null, request, null);
      int status = response.getCode();
      // Closed before it is read: nobody waits for what else comes.
      request.cancel();
      Closer.closeQuietly(response);
      return status;
    } finally {
      end.cancel(false);
    }
  }

  @PreDestroy
  void close() throws IOException {
    timer.shutdownNow();
    client.close();
  }
}
