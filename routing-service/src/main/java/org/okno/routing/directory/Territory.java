package org.okno.routing.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node of the territory tree.
 *
 * @param code the official code
 * @param level one of {@link #LEVELS}
 * @param parent code of the territory above; null at a root
 * @param zone IANA time zone: calendar days are counted in it
 */
public record Territory(
    String code, String name, String level, @Nullable String parent, String zone) {
  /** What a territory can be. A municipality may lie in another one. */
  public static final Set<String> LEVELS = Set.of("country", "region", "municipality", "district");
}
