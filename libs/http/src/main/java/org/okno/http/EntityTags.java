package org.okno.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags of versioned things (RFC 9110, section 8.8.3): a change names the version it saw, so
 * that no update is lost silently.
 */
public final class EntityTags {
  private EntityTags() {}

  /** The strong entity tag of a version. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /**
   * The version a change was made against.
   *
   * @throws ProblemException 428 where {@code If-Match} is missing, 400 where it is no entity tag
   *     of ours
   */
  public static long required(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problem.of(
              428,
              "precondition-required",
              "If-Match is missing",
              "Read the thing first and send its ETag as If-Match.")
          .asException();
    }
    String digits = ifMatch.strip().replace("\"", "");
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw Problem.invalid(
              List.of(
                  new Problem.FieldError(
                      "header:If-Match",
                      "expected one ETag as this service gave it, for example \"3\"")))
          .asException();
    }
  }

  /** 412: somebody else changed the thing since. */
  public static ProblemException stale() {
    return Problem.of(
            412,
            "stale",
            "Changed by somebody else meanwhile",
            "Read it again, decide again, and send the new ETag as If-Match.")
        .asException();
  }
}
