package org.okno.intake.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes and unwraps data keys. Unwrapped keys are remembered, since a KMS answers in milliseconds;
 * but a key is only ever had for its wrapped form, which the database must have shown just now: a
 * key destroyed by another instance is not opened here from memory.
 */
public final class DataKeys {
  private final KeyEncryption keyEncryption;
  private final SecureRandom random = new SecureRandom();
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<UUID, Unwrapped> remembered;

  /**
   * @param capacity most keys remembered; the longest unused goes first
   */
  public DataKeys(KeyEncryption keyEncryption, int capacity) {
    this.keyEncryption = keyEncryption;
    this.remembered =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<UUID, Unwrapped> eldest) {
            return size() > capacity;
          }
        };
  }

  private record Unwrapped(byte[] wrapped, DataKey key) {}

  /** A key and its wrapped form. */
  @SuppressWarnings("ArrayRecordComponent") // only handed on, never compared
  record New(DataKey key, byte[] wrapped) {}

  New generate(UUID personId) {
    byte[] bytes = new byte[DataKey.LENGTH];
    random.nextBytes(bytes);
    New made = new New(new DataKey(personId, bytes), keyEncryption.wrap(personId, bytes));
    Arrays.fill(bytes, (byte) 0);
    return made;
  }

  DataKey unwrap(UUID personId, byte[] wrapped) {
    DataKey known = recall(personId, wrapped);
    if (known != null) {
      return known;
    }
    byte[] bytes = keyEncryption.unwrap(personId, wrapped);
    DataKey key = new DataKey(personId, bytes);
    Arrays.fill(bytes, (byte) 0);
    remember(personId, new Unwrapped(wrapped, key));
    return key;
  }

  void forget(UUID personId) {
    lock.lock();
    try {
      remembered.remove(personId);
    } finally {
      lock.unlock();
    }
  }

  private @org.jspecify.annotations.Nullable DataKey recall(UUID personId, byte[] wrapped) {
    lock.lock();
    try {
      Unwrapped known = remembered.get(personId);
      return known != null && Arrays.equals(known.wrapped, wrapped) ? known.key : null;
    } finally {
      lock.unlock();
    }
  }

  private void remember(UUID personId, Unwrapped unwrapped) {
    lock.lock();
    try {
      remembered.put(personId, unwrapped);
    } finally {
      lock.unlock();
    }
  }
}
