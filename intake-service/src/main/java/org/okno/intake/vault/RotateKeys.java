package org.okno.intake.vault;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.okno.intake.vault.RotationTransactions.Rewrapped;

/**
 * Replaces the key that wraps data keys, while requests are accepted and opened. A wrapped key in a
 * backup from before can never be unwrapped afterwards: not that of an erased person either.
 */
@Singleton
class RotateKeys {
  private static final Logger LOG = Logger.getLogger(RotateKeys.class);

  private final RotationTransactions transactions;

  RotateKeys(RotationTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Begins or continues a rotation, and wraps the next keys again.
   *
   * @param after the person that the step before ended with; null for the first step
   */
  Rotation step(@Nullable UUID after) {
    boolean continued = after != null;
    if (after == null) {
      continued = !transactions.begin();
      // What was stored before is visible to the scan that follows, and nothing is stored later.
      transactions.awaitWriters();
      LOG.infof("the vault's wrapping key is rotated, %s", continued ? "continued" : "begun");
    }
    Rewrapped rewrapped = transactions.rewrap(after);
    return new Rotation(rewrapped.keys(), rewrapped.last(), continued);
  }

  /** Destroys the key that was replaced. */
  void complete() {
    transactions.complete();
    LOG.info("the vault's old wrapping key is destroyed");
  }
}
