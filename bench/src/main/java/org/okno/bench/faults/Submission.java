package org.okno.bench.faults;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a channel adapter sends at once. */
public sealed interface Submission {

  /**
   * One request.
   *
   * @param key its {@code Idempotency-Key}; null where it has an external id
   * @param repeated whether it is sent again after its acceptance, as if the response was lost
   */
  record Single(Map<String, Object> body, @Nullable String key, boolean repeated)
      implements Submission {

    /** A request with an external id, sent once. */
    public static Single of(Map<String, Object> body) {
      return new Single(body, null, false);
    }
  }

  /** Some requests of one channel as NDJSON, each with an external id. */
  record Batch(List<Map<String, Object>> bodies) implements Submission {}
}
