package org.okno.intake.vault;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.okno.contracts.Actor;

/**
 * Destroys a person's key: nothing sealed with it can be opened again, in tables or log, nor in
 * backups after the next rotation ({@link RotateKeys}); and the hashes, so that the person is not
 * found again. Repeating it changes nothing.
 */
@Singleton
public class ErasePerson {
  private final ErasureTransaction transaction;
  private final DataKeys dataKeys;

  ErasePerson(ErasureTransaction transaction, DataKeys dataKeys) {
    this.transaction = transaction;
    this.dataKeys = dataKeys;
  }

  /**
   * Erases a person; false where there is none. When it returns, the key is destroyed.
   *
   * @param actor who erases them
   */
  public boolean erase(UUID personId, Actor actor) {
    boolean found = transaction.erase(personId, actor);
    // After the commit: until then whoever opens a request could bring it back.
    dataKeys.forget(personId);
    return found;
  }
}
