package org.okno.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error response that says what was wrong, where, and what to do: RFC 9457, {@code
 * application/problem+json}.
 *
 * @param type stable URI of the kind of problem, {@code urn:okno:problem:<name>}
 * @param detail what to do; never a payload
 * @param retryAfterSeconds becomes the header {@code Retry-After}; null where trying again does not
 *     help
 * @param errors every validation error
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @com.fasterxml.jackson.annotation.JsonIgnore @Nullable Integer retryAfterSeconds,
    List<FieldError> errors) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  /** What a 401 asks for. */
  private static final String CHALLENGE = "Bearer";

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One validation error.
   *
   * @param pointer JSON pointer (RFC 6901) into the request's body, or {@code header:Name}, {@code
   *     query:name} or {@code path}
   * @param detail what is wrong and what is expected; never the value
   */
  public record FieldError(String pointer, String detail) {
    private static final int MAX_NAME = 60;

    /** A name that the client chose, as part of a pointer: escaped, printable and short. */
    public static String part(String name) {
      String shortened = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "…";
      return UNPRINTABLE.matcher(shortened).replaceAll("?").replace("~", "~0").replace("/", "~1");
    }
  }

  /** A problem of a kind, without fields. */
  public static Problem of(int status, String name, String title, String detail) {
    return new Problem("urn:okno:problem:" + name, title, status, detail, null, List.of());
  }

  /** 400 with every validation error. */
  public static Problem invalid(List<FieldError> errors) {
    return of(
            400,
            "invalid",
            "The request is not valid",
            "Correct the fields named in errors and send it again.")
        .with(errors);
  }

  /** 400 with one validation error. */
  public static Problem invalid(String pointer, String detail) {
    return invalid(List.of(new FieldError(pointer, detail)));
  }

  /** 404 for something that is not here. */
  public static Problem notFound(String what) {
    return of(404, "not-found", "Not found", what);
  }

  /** 503: nobody knows whether it was stored; the same request may be sent again. */
  public static Problem unavailable(int retryAfterSeconds) {
    return of(
            503,
            "unavailable",
            "Okno cannot confirm this now",
            "The result is unknown. Send the same request again later, with the same externalId or"
                + " Idempotency-Key where it has one: it is never done twice.")
        .retryAfter(retryAfterSeconds);
  }

  /** The same problem with these validation errors. */
  public Problem with(List<FieldError> fieldErrors) {
    return new Problem(type, title, status, detail, retryAfterSeconds, List.copyOf(fieldErrors));
  }

  /** The same problem with the time after which to retry, in seconds. */
  public Problem retryAfter(int seconds) {
    return new Problem(type, title, status, detail, seconds, errors);
  }

  /** The same, for whoever comes again after this time; rounded up. */
  public Problem retryAfter(Duration wait) {
    return retryAfter(Math.toIntExact(wait.plusNanos(999_999_999).toSeconds()));
  }

  /** The problem as an exception, to leave a resource method by. */
  public ProblemException asException() {
    return new ProblemException(this);
  }

  /** The problem as a document, where no resource writes it. */
  byte[] asJson() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem without a JSON form", e);
    }
  }

  /** The problem as a response. */
  public Response asResponse() {
    Response.ResponseBuilder response =
        Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this);
    headers().forEach(response::header);
    return response.build();
  }

  /** What its response has besides the media type. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (retryAfterSeconds != null) {
      headers.put(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfterSeconds));
    }
    if (status == 401) {
      headers.put(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }
    return headers;
  }
}
