package org.okno.intake.channels;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key, as a channel's software sends it: {@code okno_<id>_<secret>}.
 *
 * @param id by which it is found, revoked and named in logs and events; no secret
 * @param secret 256 random bits: nobody tries that many, so a plain hash of it is enough
 */
record ChannelKey(String id, String secret) {
  private static final Pattern FORM = Pattern.compile("okno_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");
  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new key. */
  static ChannelKey next() {
    return new ChannelKey(
        HexFormat.of().formatHex(random(ID_BYTES)),
        Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES)));
  }

  /** The key in a header; empty where it has not the form of one. */
  static Optional<ChannelKey> of(String header) {
    Matcher key = FORM.matcher(header);
    return key.matches()
        ? Optional.of(new ChannelKey(key.group(1), key.group(2)))
        : Optional.empty();
  }

  /** What the channel's software gets, once. */
  String text() {
    return "okno_" + id + "_" + secret;
  }

  /** What is stored of it: SHA-256 of the secret. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  // A record's own toString would write the secret into a log.
  @Override
  public String toString() {
    return "ChannelKey " + id;
  }
}
