package org.okno.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client would like, in the header {@code Prefer} (RFC 7240). A preference that is not
 * understood is passed over, as its section 2 asks.
 */
public final class Preferences {
  /** Longer than a proxy usually keeps a silent connection would be no help. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final Pattern WAIT =
      Pattern.compile(
          "(?:^|,)\\s*wait\\s*=\\s*(\"?)(\\d{1,9})\\1\\s*(?=[,;]|$)", Pattern.CASE_INSENSITIVE);

  private Preferences() {}

  /**
   * How long the client would wait for the answer ({@code wait}, seconds; section 4.3), at most 30
   * s; zero without that preference.
   */
  public static Duration toWait(@Nullable String prefer) {
    Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
    if (!wait.find()) {
      return Duration.ZERO;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(wait.group(2)));
    return asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
  }

  /** {@code Preference-Applied} for a wait; null where there was none. */
  public static @Nullable String applied(Duration wait) {
    return wait.isZero() ? null : "wait=" + wait.toSeconds();
  }
}
