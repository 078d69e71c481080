package org.okno.routing.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The event id of a decision follows from the event id of its questionnaire.
 *
 * <p>Kafka's transaction makes one decision of one record. But Debezium, killed before it committed
 * its offset, writes the same questionnaire twice: two records with one event id. Routing keeps no
 * memory of its decisions (that would be a second store to keep in step); instead both decisions
 * have one id, so that to every reader they are one event, and the inbox drops the second. The
 * first in the log holds, should the directory have changed in between.
 */
final class DecisionIds {
  private static final byte[] NAME = "org.okno.routing.decision".getBytes(UTF_8);

  private DecisionIds() {}

  /** A UUIDv7: the time of the questionnaire's id, the rest from a hash over all of it. */
  static UUID of(UUID questionnaireEvent) {
    long high = questionnaireEvent.getMostSignificantBits();
    ByteBuffer hash =
        ByteBuffer.wrap(
            sha256()
                .digest(
                    ByteBuffer.allocate(NAME.length + 16)
                        .put(NAME)
                        .putLong(high)
                        .putLong(questionnaireEvent.getLeastSignificantBits())
                        .array()));
    long time = high & 0xFFFF_FFFF_FFFF_0000L;
    long version = 0x7000L | (hash.getLong() & 0x0FFFL);
    long variant = 0x8000_0000_0000_0000L | (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL);
    return new UUID(time | version, variant);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
