package org.okno.routing.directory;

import java.util.Set;

/**
 * A term of the taxonomy; its code is unique on its axis.
 *
 * @param axis one of {@link #AXES}
 */
public record Term(String axis, String code, String nameRu, String nameEn) {
  public static final String NEED = "need";
  public static final String TARGET_GROUP = "target-group";

  /** The axes of the taxonomy. */
  public static final Set<String> AXES = Set.of(NEED, "situation", TARGET_GROUP);

  /** Unique over all axes. */
  String key() {
    return axis + "/" + code;
  }
}
