package org.okno.local.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.okno.engines.Await;
import org.okno.engines.EngineException;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Settings;

/**
 * An HTTP client of the four services, as one caller. Threads may share it; each blocks for its own
 * response, which disturbs a measurement less than passing responses between threads.
 */
public final class Services implements AutoCloseable {
  private static final int CONNECTIONS = 10_000;
  private static final ContentType MERGE_PATCH = ContentType.create("application/merge-patch+json");
  private static final ContentType NDJSON = ContentType.create("application/x-ndjson");
  private static final RequestConfig TIMEOUT =
      RequestConfig.custom().setResponseTimeout(Timeout.ofMinutes(1)).build();
  private static final RequestConfig BATCH_TIMEOUT =
      RequestConfig.custom().setResponseTimeout(Timeout.ofMinutes(5)).build();

  private static final Duration DIRECTORY_TIMEOUT = Duration.ofMinutes(2);

  private final JsonMapper mapper = new JsonMapper();
  private final CloseableHttpClient http;
  private final Function<String, @Nullable URI> bases;
  private final Function<Caller, Services> callers;
  private final @Nullable String authorization;

  /**
   * As nobody.
   *
   * @param urls base address by name: {@code intake}, {@code routing}, {@code case}, {@code
   *     analytics}
   */
  public Services(Map<String, URI> urls, Tokens tokens) {
    this(Map.copyOf(urls)::get, tokens);
  }

  /**
   * As nobody.
   *
   * @param bases the base address for the next request to a service of this name, such as that of
   *     one of several instances; null where there is none
   */
  public Services(Function<String, @Nullable URI> bases, Tokens tokens) {
    this.http = client();
    this.bases = bases;
    this.authorization = null;
    // Once a caller and not a request: signing costs more than many a request.
    Map<Caller, Services> known = new ConcurrentHashMap<>();
    this.callers =
        caller -> known.computeIfAbsent(caller, c -> new Services(this, "Bearer " + tokens.of(c)));
  }

  private Services(Services same, String authorization) {
    this.http = same.http;
    this.bases = same.bases;
    this.callers = same.callers;
    this.authorization = authorization;
  }

  /** Those of a stack. */
  public static Services of(Settings settings) {
    Function<Part, URI> url = settings::url;
    return new Services(
        Part.services().stream().collect(Collectors.toMap(Part::label, url)),
        Tokens.of(settings.issuer()));
  }

  /** The same services as another caller. */
  public Services as(Caller caller) {
    return callers.apply(caller);
  }

  /** The header {@code Authorization} of each request; null where nobody calls. */
  public @Nullable String authorization() {
    return authorization;
  }

  /** The address of a path at a service. */
  public URI url(String service, String path) {
    URI base = bases.apply(service);
    if (base == null) {
      throw new IllegalArgumentException("there is no service " + service);
    }
    return base.resolve(path);
  }

  /** GET, with headers as name, value, name, value. */
  public Reply get(String service, String path, String... headers) {
    return send("GET", url(service, path), null, headers);
  }

  /** DELETE. */
  public Reply delete(String service, String path) {
    return send("DELETE", url(service, path), null);
  }

  /** POST of a JSON document, with headers as name, value, name, value. */
  public Reply post(String service, String path, Object body, String... headers) {
    return postRaw(service, path, bytes(body), headers);
  }

  /** POST of a body as it is, even if it is not JSON. */
  public Reply postRaw(String service, String path, byte[] body, String... headers) {
    return send("POST", url(service, path), body, headers);
  }

  /** PUT of a JSON document. */
  public Reply put(String service, String path, Object body) {
    return send("PUT", url(service, path), bytes(body));
  }

  /** PUT of a body of another media type than JSON. */
  public Reply putRaw(String service, String path, byte[] body, String mediaType) {
    return send("PUT", url(service, path), body, ContentType.parse(mediaType));
  }

  /** PATCH by a JSON Merge Patch, with headers as name, value, name, value. */
  public Reply patch(String service, String path, Object body, String... headers) {
    return send("PATCH", url(service, path), bytes(body), MERGE_PATCH, headers);
  }

  /** POST of a body of another media type than JSON, with headers as name, value. */
  public Reply postAs(
      String mediaType, String service, String path, byte[] body, String... headers) {
    return send("POST", url(service, path), body, ContentType.parse(mediaType), headers);
  }

  /** POST of NDJSON; returns the response's lines in their order. */
  public List<JsonNode> postLines(String service, String path, List<?> rows) {
    StringBuilder body = new StringBuilder();
    rows.forEach(row -> body.append(write(row)).append('\n'));
    HttpUriRequestBase request = request("POST", url(service, path), BATCH_TIMEOUT);
    request.setEntity(new ByteArrayEntity(body.toString().getBytes(UTF_8), NDJSON));
    return exchange(
        request,
        response -> {
          String lines = text(response);
          if (response.getCode() != 200) {
            throw new IllegalStateException("the response to a batch was " + response.getCode());
          }
          return lines.lines().filter(line -> !line.isBlank()).map(this::read).toList();
        });
  }

  /** Every item of a list, page by page. */
  public List<JsonNode> list(String service, String path) {
    List<JsonNode> items = new ArrayList<>();
    Optional<String> next = Optional.of(url(service, path).toString());
    while (next.isPresent()) {
      Reply reply = send("GET", URI.create(next.get()), null);
      reply.orFail("list " + path).path("items").forEach(items::add);
      next = reply.next();
    }
    return items;
  }

  /**
   * Waits until intake has the codes of the directory, which it reads from a topic.
   *
   * @throws EngineException if it does not get them
   */
  public void awaitDirectory() {
    if (!Await.until(DIRECTORY_TIMEOUT, this::intakeHasTheDirectory)) {
      throw new EngineException(
          "intake has no codes of the directory after %d s; see ./okno logs intake"
              .formatted(DIRECTORY_TIMEOUT.toSeconds()));
    }
  }

  private boolean intakeHasTheDirectory() {
    Set<String> needs = codes("routing", "/v1/directory/terms", "need");
    return !needs.isEmpty()
        && codes("intake", "/v1/needs", "need").containsAll(needs)
        && codes("intake", "/v1/territories", "")
            .containsAll(codes("routing", "/v1/directory/territories", ""));
  }

  /** The codes of a list, of one axis where the list has several. */
  private Set<String> codes(String service, String path, String axis) {
    return list(service, path).stream()
        .filter(item -> item.path("axis").asText().equals(axis))
        .map(item -> item.path("code").asText())
        .collect(Collectors.toSet());
  }

  /** A value as JSON text. */
  public String write(Object value) {
    return new String(bytes(value), UTF_8);
  }

  private byte[] bytes(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply send(String method, URI uri, byte @Nullable [] body, String... headers) {
    return send(method, uri, body, ContentType.APPLICATION_JSON, headers);
  }

  private Reply send(
      String method, URI uri, byte @Nullable [] body, ContentType type, String... headers) {
    HttpUriRequestBase request = request(method, uri, TIMEOUT);
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    if (body != null) {
      request.setEntity(new ByteArrayEntity(body, type));
    }
    return exchange(
        request,
        response ->
            new Reply(
                response.getCode(),
                read(text(response)),
                header(response, "ETag"),
                header(response, "Link"),
                header(response, "Retry-After"),
                header(response, "Location")));
  }

  private HttpUriRequestBase request(String method, URI uri, RequestConfig timeout) {
    HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
    request.setConfig(timeout);
    if (authorization != null) {
      request.setHeader("Authorization", authorization);
    }
    return request;
  }

  private <T> T exchange(HttpUriRequestBase request, HttpClientResponseHandler<T> handler) {
    try {
      return http.execute(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(
          request.getMethod() + " " + request.getPath() + " got no response", e);
    }
  }

  private static String text(ClassicHttpResponse response) throws IOException, ParseException {
    return response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity(), UTF_8);
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private JsonNode read(String body) {
    if (body.isBlank() || !(body.startsWith("{") || body.startsWith("["))) {
      return MissingNode.getInstance();
    }
    try {
      return mapper.readTree(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it for all callers. */
  @Override
  public void close() {
    http.close(CloseMode.IMMEDIATE);
  }

  /** Without automatic retries: measurements and tests must see each failure. */
  private static CloseableHttpClient client() {
    ConnectionConfig connections =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.ofSeconds(5))
            // A service that was restarted since has closed idle connections.
            .setValidateAfterInactivity(TimeValue.ofSeconds(1))
            .build();
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .setDefaultConnectionConfig(connections)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .build();
  }
}
