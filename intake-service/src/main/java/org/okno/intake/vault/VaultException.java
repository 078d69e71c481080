package org.okno.intake.vault;

import java.io.IOException;
import java.security.GeneralSecurityException;

/** A key or a sealed block that the vault cannot use; the message holds neither. */
public final class VaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private VaultException(String message, Throwable cause) {
    super(message, cause);
  }

  /** An operation on keys or sealed blocks. */
  @FunctionalInterface
  interface Operation<T> {
    T run() throws GeneralSecurityException, IOException;
  }

  /**
   * The result of an operation.
   *
   * @throws VaultException with this message if it fails
   */
  static <T> T unless(String message, Operation<T> operation) {
    try {
      return operation.run();
    } catch (GeneralSecurityException | IOException e) {
      throw new VaultException(message, e);
    }
  }
}
