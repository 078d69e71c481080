package org.okno.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;

/**
 * Conditional changes (RFC 9110, section 13): a change names the version it is based on, so that no
 * update is lost.
 */
public final class Preconditions {
  private Preconditions() {}

  /** The strong entity tag of a version. */
  public static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }

  /**
   * Requires that the request's {@code If-Match} (one tag, a list, or {@code *}) matches the
   * present version.
   *
   * @throws ProblemException 428 without {@code If-Match}, 412 where it does not match, 400 where
   *     it is malformed
   */
  public static void require(Request request, HttpHeaders headers, long version) {
    String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problem.of(
              428,
              "precondition-required",
              "If-Match is missing",
              "Read the resource first and send its ETag as If-Match.")
          .asException();
    }
    if (!matches(request, version)) {
      throw stale();
    }
  }

  private static boolean matches(Request request, long version) {
    try {
      return request.evaluatePreconditions(tag(version)) == null;
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(
              "header:If-Match", "expected ETags as this service gave them, for example \"3\"")
          .asException();
    }
  }

  /** 412: the resource is in another version by now. */
  public static ProblemException stale() {
    return Problem.of(
            412,
            "stale",
            "Changed meanwhile",
            "Read the resource again, decide again, and send the new ETag as If-Match.")
        .asException();
  }
}
