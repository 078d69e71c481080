package org.okno.intake.channels;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code channel_key}.
 *
 * @param hash of its secret
 * @param expiresAt null where it never does
 * @param lastUsedOn the last day it was accepted, in UTC; null before the first
 */
@SuppressWarnings("ArrayRecordComponent") // compared in constant time below
record StoredKey(
    String id,
    String channel,
    byte[] hash,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable LocalDate lastUsedOn) {

  /** Whether this key is the one that was stored, and has not expired. */
  boolean accepts(ChannelKey key, Instant now) {
    return MessageDigest.isEqual(hash, key.hash())
        && (expiresAt == null || now.isBefore(expiresAt));
  }

  // A record's own toString would write the hash into a log.
  @Override
  public String toString() {
    return "StoredKey " + id;
  }
}
