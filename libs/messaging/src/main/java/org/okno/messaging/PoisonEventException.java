package org.okno.messaging;

/** An event that can be read but never be handled; the message says why and holds no payload. */
public final class PoisonEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PoisonEventException(String reason) {
    super(reason, null, false, false);
  }
}
