package org.okno.consumer;

/** An event that can be read but never worked on; the message says why and holds no payload. */
public final class PoisonEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PoisonEventException(String reason) {
    super(reason);
  }
}
