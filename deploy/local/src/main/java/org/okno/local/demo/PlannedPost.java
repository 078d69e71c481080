package org.okno.local.demo;

import java.util.Map;

/**
 * One thing a channel adapter will do.
 *
 * @param body the questionnaire as JSON fields
 */
sealed interface PlannedPost {
  String channel();

  Map<String, Object> body();

  /** A request that is right. */
  record Good(String channel, String externalId, Map<String, Object> body) implements PlannedPost {}

  /** The same request sent again, as an adapter does that did not see the answer. */
  record Repeat(String channel, String externalId, Map<String, Object> body)
      implements PlannedPost {}

  /** A request with something wrong in it. */
  record Wrong(String channel, String fault, Map<String, Object> body) implements PlannedPost {}
}
