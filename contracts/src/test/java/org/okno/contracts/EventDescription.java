package org.okno.contracts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comments of an event's record say to people who do not read Java.
 *
 * @param key what the Kafka record key is, for example {@code request id}
 * @param when what happened, without the words about the key
 * @param compacted whether only the last event of a key is kept
 */
record EventDescription(String key, String when, boolean compacted) {
  private static final Pattern KEY =
      Pattern.compile("(?:Compacted; )?\\b[Kk]ey: (.+?)\\.(?:\\s|$)");

  /** The first sentence of {@link #when}. */
  String inShort() {
    return when.replaceFirst("\\.\\s.*", ".");
  }

  /** What the comments say; an error where they do not name the key. */
  static EventDescription of(EventType type, Javadoc javadoc) {
    String own = said(type.record(), javadoc);
    String family = said(family(type), javadoc);
    String key =
        key(own)
            .or(() -> key(family))
            .orElseThrow(() -> new AssertionError(missing(type, "Key: …")));
    return new EventDescription(
        key, KEY.matcher(own).replaceAll("").strip(), (own + family).contains("Compacted"));
  }

  private static String said(Class<?> type, Javadoc javadoc) {
    return javadoc.of(type).orElse("");
  }

  private static Class<?> family(EventType type) {
    Class<?> family = type.record().getEnclosingClass();
    if (family == null) {
      throw new AssertionError(missing(type, "a sealed interface around it"));
    }
    return family;
  }

  private static Optional<String> key(String said) {
    Matcher key = KEY.matcher(said);
    return key.find() ? Optional.of(key.group(1)) : Optional.empty();
  }

  private static String missing(EventType type, String what) {
    return type.record().getName() + " lacks " + what + " in its comment";
  }
}
