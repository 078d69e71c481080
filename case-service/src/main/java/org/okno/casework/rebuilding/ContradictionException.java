package org.okno.casework.rebuilding;

import java.util.UUID;

/** The topics tell of a case what its rules do not allow, or lack what they rest on. */
final class ContradictionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ContradictionException(UUID requestId, String what) {
    super("case " + requestId + ": " + what);
  }
}
