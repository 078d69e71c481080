package org.okno.cases.rebuild;

import org.jspecify.annotations.Nullable;

/** Nothing was replaced, and why. */
final class RebuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RebuildException(String why) {
    this(why, null);
  }

  RebuildException(String why, @Nullable Throwable cause) {
    super(why, cause);
  }
}
