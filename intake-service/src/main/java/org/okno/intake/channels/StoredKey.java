package org.okno.intake.channels;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code channel_key}.
 *
 * @param hash of its secret; null where it signs
 * @param wrappedSecret by the vault, where it signs; null otherwise
 * @param expiresAt null where it never does
 * @param lastUsedOn the last day it was accepted, in UTC; null before the first
 */
@SuppressWarnings("ArrayRecordComponent") // compared in constant time below
record StoredKey(
    String id,
    String channel,
    byte @Nullable [] hash,
    byte @Nullable [] wrappedSecret,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable LocalDate lastUsedOn) {

  /** Whether this key is the one that was stored, and has not expired. */
  boolean accepts(ChannelKey key, Instant now) {
    return hash != null && MessageDigest.isEqual(hash, key.hash()) && isValid(now);
  }

  /** Whether it has not expired. */
  boolean isValid(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }

  /** How it proves who the channel is. */
  Authentication use() {
    return hash == null ? Authentication.HMAC : Authentication.KEY;
  }

  // A record's own toString would write the hash into a log.
  @Override
  public String toString() {
    return "StoredKey " + id;
  }
}
