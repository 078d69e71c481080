package org.okno.cases.rebuild;

import java.util.UUID;

/** The events on the topics cannot be those of one case, or a decision is missing. */
final class ContradictionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ContradictionException(UUID requestId, String what) {
    super("case " + requestId + ": " + what);
  }
}
