package org.okno.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The four services by name. Threads may share it. */
public final class Services implements AutoCloseable {
  private final JsonMapper mapper = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, URI> urls;

  /**
   * @param urls base address by name: {@code intake}, {@code routing}, {@code case}, {@code
   *     analytics}
   */
  public Services(Map<String, URI> urls) {
    this.urls = Map.copyOf(urls);
  }

  /** The address of a path at a service. */
  public URI url(String service, String path) {
    URI base = urls.get(service);
    if (base == null) {
      throw new IllegalArgumentException("no service is called " + service);
    }
    return base.resolve(path);
  }

  /** GET. */
  public Reply get(String service, String path) {
    return send(HttpRequest.newBuilder(url(service, path)).GET());
  }

  /** DELETE. */
  public Reply delete(String service, String path) {
    return send(HttpRequest.newBuilder(url(service, path)).DELETE());
  }

  /** POST of a JSON document, with headers as name, value, name, value. */
  public Reply post(String service, String path, Object body, String... headers) {
    return send(with(headers, json(service, path)).POST(BodyPublishers.ofString(write(body))));
  }

  /** POST of a body as it is, even if it is no JSON. */
  public Reply postRaw(String service, String path, byte[] body, String... headers) {
    return send(with(headers, json(service, path)).POST(BodyPublishers.ofByteArray(body)));
  }

  /** PUT of a JSON document. */
  public Reply put(String service, String path, Object body) {
    return send(json(service, path).PUT(BodyPublishers.ofString(write(body))));
  }

  /** POST of lines; the answer's lines in their order. */
  public List<JsonNode> postLines(String service, String path, List<?> rows) {
    StringBuilder lines = new StringBuilder();
    rows.forEach(row -> lines.append(write(row)).append('\n'));
    HttpRequest request =
        HttpRequest.newBuilder(url(service, path))
            .header("Content-Type", "application/x-ndjson")
            .timeout(Duration.ofMinutes(5))
            .POST(BodyPublishers.ofString(lines.toString()))
            .build();
    HttpResponse<String> response = exchange(request);
    if (response.statusCode() != 200) {
      throw new IllegalStateException("a batch was answered with " + response.statusCode());
    }
    return response.body().lines().filter(line -> !line.isBlank()).map(this::read).toList();
  }

  /** Every item of a list, page by page. */
  public List<JsonNode> list(String service, String path) {
    List<JsonNode> items = new ArrayList<>();
    Optional<String> next = Optional.of(url(service, path).toString());
    while (next.isPresent()) {
      Reply reply = send(HttpRequest.newBuilder(URI.create(next.get())).GET());
      JsonNode body = reply.orFail("list " + path);
      (body.isArray() ? body : body.path("items")).forEach(items::add);
      next = reply.next();
    }
    return items;
  }

  /** A value as JSON text. */
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder json(String service, String path) {
    return HttpRequest.newBuilder(url(service, path)).header("Content-Type", "application/json");
  }

  private static HttpRequest.Builder with(String[] headers, HttpRequest.Builder request) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Reply send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request.timeout(Duration.ofSeconds(60)).build());
    return new Reply(
        response.statusCode(),
        read(response.body()),
        response.headers().firstValue("ETag").orElse(null),
        response.headers().firstValue("Link").orElse(null),
        response.headers().firstValue("Retry-After").orElse(null));
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(
          request.method() + " " + request.uri().getPath() + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
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

  @Override
  public void close() {
    http.close();
  }
}
