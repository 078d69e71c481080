package org.okno.intake.vault;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;
import org.okno.intake.vault.RotationRepository.WrappedKey;

/** The transactions of a rotation. One at a time runs, whatever instance it is of. */
@Singleton
class RotationTransactions {
  /** Keys a batch. */
  static final int BATCH = 5_000;

  private final KeyEncryption keyEncryption;
  private final DataKeys dataKeys;
  private final WrapSecrets secrets;
  private final RotationRepository repository;

  RotationTransactions(
      KeyEncryption keyEncryption,
      DataKeys dataKeys,
      WrapSecrets secrets,
      RotationRepository repository) {
    this.keyEncryption = keyEncryption;
    this.dataKeys = dataKeys;
    this.secrets = secrets;
    this.repository = repository;
  }

  /**
   * A new key wraps from now on, and the others are retired. A failure in between leaves two keys
   * that both unwrap: the next call continues.
   *
   * @return whether a key was added
   */
  @Transactional
  boolean begin() {
    repository.lock();
    boolean added = keyEncryption.addKey();
    repository.retire(keyEncryption.old());
    return added;
  }

  /** Waits for the transactions that stored a data key before its wrapping key was retired. */
  @Transactional
  void awaitWriters() {
    repository.awaitWriters();
  }

  /** Wraps the next keys again; the person of the last one, null where none is left. */
  @Transactional
  Rewrapped rewrap(@Nullable UUID after) {
    repository.lock();
    // Another instance may have begun.
    keyEncryption.reload();
    List<WrappedKey> keys = repository.next(after, keyEncryption.current(), BATCH);
    if (!keys.isEmpty()) {
      repository.replace(
          keys, keys.stream().map(key -> dataKeys.rewrap(key.id(), key.wrappedKey())).toList());
    }
    return new Rewrapped(keys.size(), keys.size() < BATCH ? null : keys.getLast().id());
  }

  /**
   * How many keys a batch wrapped again.
   *
   * @param last the person of the last one; null where none is left
   */
  record Rewrapped(int keys, @Nullable UUID last) {}

  /**
   * Destroys the old keys, when the transactions have ended that may have stored a data key.
   *
   * @throws org.okno.http.ProblemException 409 where they wrap anything still
   */
  @Transactional
  void complete() {
    repository.lock();
    keyEncryption.reload();
    repository.awaitWriters();
    rewrapSecrets();
    if (repository.isAnyLeft(keyEncryption.current())) {
      throw Problem.of(
              409,
              "rotation-not-complete",
              "Some data keys are not wrapped again yet",
              "Nothing was destroyed. Continue with POST /v1/vault/rotation.")
          .asException();
    }
    keyEncryption.destroyOld();
  }

  /** Few: all of them at once, and nobody stores one until the old keys are destroyed. */
  private void rewrapSecrets() {
    repository
        .secretsToWrap(keyEncryption.current())
        .forEach(one -> repository.replace(one, secrets.rewrap(one.id(), one.wrappedSecret())));
  }
}
