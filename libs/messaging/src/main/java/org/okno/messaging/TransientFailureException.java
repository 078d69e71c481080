package org.okno.messaging;

/** The batch is to be retried: its offsets are not committed. */
public final class TransientFailureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason never holds a payload
   */
  TransientFailureException(String reason) {
    super(reason, null, false, false);
  }
}
