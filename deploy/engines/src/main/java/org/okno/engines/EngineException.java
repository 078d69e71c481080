package org.okno.engines;

import org.jspecify.annotations.Nullable;

/** An operation on an engine failed. The message says what was wrong and what to do about it. */
public final class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EngineException(String message) {
    super(message);
  }

  public EngineException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
