package org.okno.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Validates every response that a test gets by RestAssured against the OpenAPI document of the
 * service that gave it; installed for all tests on Quarkus by itself, so that none can forget it.
 * Only {@code /v1/…} is promised; the paths of Quarkus itself ({@code /q/…}) and pages are not. A
 * request without the header {@code Authorization} gets a token that may see everything; an empty
 * one is removed.
 */
public final class ResponseValidation implements QuarkusTestBeforeEachCallback, Filter {
  private static final String AUTHORIZATION = "Authorization";
  private static final Map<URI, OpenApiContract> CONTRACTS = new ConcurrentHashMap<>();

  private static volatile String token = "none";

  @Override
  public void beforeEach(QuarkusTestMethodContext test) {
    Tokens.current().ifPresent(tokens -> token = tokens.ofAll());
    if (RestAssured.filters().stream().noneMatch(ResponseValidation.class::isInstance)) {
      RestAssured.filters(this);
    }
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    authorize(request);
    Response response = context.next(request, expected);
    URI uri = URI.create(request.getURI());
    if (uri.getPath().startsWith("/v1/")) {
      List<String> differences =
          CONTRACTS
              .computeIfAbsent(uri.resolve("/q/openapi?format=json"), ResponseValidation::read)
              .differences(
                  request.getMethod(),
                  uri.getPath(),
                  response.statusCode(),
                  response.contentType().isEmpty() ? null : response.contentType(),
                  response.asByteArray());
      if (!differences.isEmpty()) {
        throw new AssertionError(
            "The response differs from the OpenAPI document: " + String.join("; ", differences));
      }
    }
    return response;
  }

  private static void authorize(FilterableRequestSpecification request) {
    String given = request.getHeaders().getValue(AUTHORIZATION);
    if (given == null) {
      request.header(AUTHORIZATION, "Bearer " + token);
    } else if (given.isEmpty()) {
      request.removeHeader(AUTHORIZATION);
    }
  }

  private static OpenApiContract read(URI document) {
    try (var stream = document.toURL().openStream()) {
      return OpenApiContract.read(new String(stream.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
