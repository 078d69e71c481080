package org.okno.intake.vault;

/** A key or a sealed block that the vault cannot work with. Holds neither. */
public final class VaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public VaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
