package org.okno.intake.mapping;

import com.dashjoin.jsonata.JException;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that cannot be read, failed or was stopped. The message says why, where, and no value
 * of the message that was mapped.
 */
public final class MappingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MappingException(String message) {
    super(message, null, false, false);
  }

  static MappingException tooLarge() {
    return new MappingException("was stopped: a result is too large");
  }

  /** The library's own messages quote values: only its code and the position are told. */
  static String where(JException e) {
    String error = e.getError();
    boolean isCode = error != null && error.matches("[A-Z]\\d{4}");
    String code = isCode ? "JSONata error " + error : "JSONata error";
    return e.getLocation() > 0 ? code + " at character " + e.getLocation() : code;
  }

  /** What stopped it may be wrapped by the library. */
  static MappingException causedBy(@Nullable Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MappingException stopped) {
        return stopped;
      }
      if (cause instanceof JException known) {
        return new MappingException("failed: " + where(known));
      }
    }
    return new MappingException("failed: a value is not of the kind that a function expects");
  }
}
