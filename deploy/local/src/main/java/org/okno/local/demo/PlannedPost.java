package org.okno.local.demo;

import java.util.Map;

/**
 * A post of a channel adapter.
 *
 * @param body the questionnaire as JSON fields
 */
sealed interface PlannedPost {
  String channel();

  Map<String, Object> body();

  /** A valid request. */
  record Valid(String channel, String externalId, Map<String, Object> body)
      implements PlannedPost {}

  /** The same request sent again, as an adapter does that missed the response. */
  record Duplicate(String channel, String externalId, Map<String, Object> body)
      implements PlannedPost {}

  /** An invalid request. */
  record Invalid(String channel, String error, Map<String, Object> body) implements PlannedPost {}
}
