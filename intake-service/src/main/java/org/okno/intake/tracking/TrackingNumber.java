package org.okno.intake.tracking;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The number people are told, such as {@code 7K3M-90QX-4T}: nine random characters of Crockford's
 * base 32 (45 bits: it cannot be guessed) and a check character that catches a mistyped or two
 * swapped ones.
 */
public final class TrackingNumber {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BASE = ALPHABET.length();
  private static final int RANDOM = 9;
  private static final int LENGTH = RANDOM + 1;
  private static final SecureRandom SOURCE = new SecureRandom();

  private TrackingNumber() {}

  /** A new number; the table's unique key makes sure that it was not given before. */
  public static String next() {
    StringBuilder digits = new StringBuilder(LENGTH);
    long bits = SOURCE.nextLong();
    for (int i = 0; i < RANDOM; i++) {
      digits.append(ALPHABET.charAt((int) (bits >>> (5 * i)) & (BASE - 1)));
    }
    digits.append(ALPHABET.charAt(check(digits)));
    return grouped(digits);
  }

  /**
   * The number as it is stored, from how a person wrote it: letter case, spaces and hyphens do not
   * matter, O is 0, I and L are 1. Empty where it is not a valid number.
   */
  public static Optional<String> parse(String written) {
    String digits =
        written
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean valid =
        digits.length() == LENGTH
            && digits.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
            && ALPHABET.charAt(check(digits.substring(0, RANDOM))) == digits.charAt(RANDOM);
    return valid ? Optional.of(grouped(digits)) : Optional.empty();
  }

  /** Luhn's check over base 32. */
  private static int check(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int value = ALPHABET.indexOf(digits.charAt(i));
      // From the last one to the left, every second counts twice.
      int weighted = (digits.length() - i) % 2 == 1 ? 2 * value : value;
      sum += weighted / BASE + weighted % BASE;
    }
    return (BASE - sum % BASE) % BASE;
  }

  private static String grouped(CharSequence digits) {
    return digits.subSequence(0, 4)
        + "-"
        + digits.subSequence(4, 8)
        + "-"
        + digits.subSequence(8, LENGTH);
  }
}
