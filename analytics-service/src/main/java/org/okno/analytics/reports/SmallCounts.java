package org.okno.analytics.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Role;
import org.okno.identity.Rows;

/**
 * Counts from 1 to 4 can name a person to whoever knows the place. They are hidden from readers who
 * see no cases: null in place of the number. What is left can still be subtracted from totals.
 */
final class SmallCounts {
  private static final int LOWEST_SHOWN = 5;

  private SmallCounts() {}

  /** In CSV a hidden count is told from a text that is absent. */
  static final class InCsv extends JsonSerializer<Object> {
    @Override
    public void serialize(Object hidden, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeString("<" + LOWEST_SHOWN);
    }
  }

  /**
   * Whether the caller sees them: with a role of its own, or as the coordinator of the rows, who
   * sees the cases behind them.
   */
  static boolean areShownTo(CurrentCaller current) {
    return current.caller().roles().contains(Role.STATISTICIAN)
        || current.rows() instanceof Rows.OfTerritory;
  }

  /** The count; null if it is small. */
  static @Nullable Long hidden(@Nullable Long count) {
    return isSmall(count) ? null : count;
  }

  /** A duration; null if it is of few needs. */
  static @Nullable Double hiddenWith(@Nullable Long count, @Nullable Double duration) {
    return isSmall(count) ? null : duration;
  }

  private static boolean isSmall(@Nullable Long count) {
    return count != null && count > 0 && count < LOWEST_SHOWN;
  }
}
