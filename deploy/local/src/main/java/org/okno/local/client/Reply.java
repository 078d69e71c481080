package org.okno.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A response of a service.
 *
 * @param body the JSON body; a missing node where there was none
 * @param etag the entity tag, or null
 * @param link the header {@code Link}, or null
 * @param retryAfter the header {@code Retry-After}, or null
 * @param location the header {@code Location}, or null
 */
public record Reply(
    int status,
    JsonNode body,
    @Nullable String etag,
    @Nullable String link,
    @Nullable String retryAfter,
    @Nullable String location) {
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");

  /** Whether the request succeeded. */
  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  /** A field of the body as text; empty text where it is missing. */
  public String text(String field) {
    return body.path(field).asText();
  }

  /** The last part of the address of what was made; empty text where nothing was. */
  public String madeId() {
    return location == null ? "" : location.substring(location.lastIndexOf('/') + 1);
  }

  Optional<String> next() {
    Matcher matcher = NEXT.matcher(link == null ? "" : link);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * The body of a successful response.
   *
   * @throws IllegalStateException when the request failed; it names {@code what} failed
   */
  public JsonNode orFail(String what) {
    if (!isOk()) {
      throw new IllegalStateException(
          what + ": the response was " + status + " " + text("title") + " " + text("detail"));
    }
    return body;
  }
}
