package org.okno.intake.signatures;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the header {@code Okno-Signature} says: {@code key=<id>,t=<seconds>,v1=<hex>}. {@code v1} is
 * HMAC-SHA256, keyed by the secret, of the seconds in decimal, a full stop, and the body.
 *
 * @param keyId of the secret, by which it is found
 * @param seconds since 1970, when it was signed
 * @param mac 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared in constant time below
record Signature(String keyId, long seconds, byte[] mac) {
  /** How old or early a signature may be: as long it is remembered. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final Pattern FORM =
      Pattern.compile("key=([0-9a-f]{16}),\\s*t=(\\d{1,12}),\\s*v1=([0-9a-f]{64})");
  private static final String ALGORITHM = "HmacSHA256";

  /** The signature in a header; empty where it has not the form of one. */
  static Optional<Signature> of(String header) {
    Matcher parts = FORM.matcher(header.strip());
    return parts.matches()
        ? Optional.of(
            new Signature(
                parts.group(1),
                Long.parseLong(parts.group(2)),
                HexFormat.of().parseHex(parts.group(3))))
        : Optional.empty();
  }

  /** Whether it is neither too old nor too early. */
  boolean isCurrent(Instant now) {
    return Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(WINDOW) <= 0;
  }

  /** Until when it has to be remembered. */
  Instant until() {
    return Instant.ofEpochSecond(seconds).plus(WINDOW).plusSeconds(1);
  }

  /** Whether the owner of this secret signed this body. */
  boolean isOf(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(US_ASCII), ALGORITHM));
      mac.update((seconds + ".").getBytes(US_ASCII));
      return MessageDigest.isEqual(this.mac, mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
