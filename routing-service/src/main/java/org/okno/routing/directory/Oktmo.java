package org.okno.routing.directory;

import java.util.regex.Pattern;

/**
 * OKTMO codes with their check digit: 8 digits of a municipality or 11 of a settlement, and the
 * digit that R 50.1.024-2005 defines over them.
 */
public final class Oktmo {
  /** For a message that says what was expected. */
  public static final String EXPECTED =
      "expected an OKTMO code and its check digit: 8 or 11 digits and one that fits them";

  private static final Pattern FORM = Pattern.compile("(\\d{8}|\\d{11})\\d");
  private static final int MODULUS = 11;

  private Oktmo() {}

  /** Whether a text is a code followed by its check digit. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches()
        && checkDigit(code(text)) == Character.digit(text.charAt(text.length() - 1), 10);
  }

  /** A valid text without its check digit: the code of a territory. */
  public static String code(String text) {
    return text.substring(0, text.length() - 1);
  }

  /** Weights 1 to 10; where the remainder has two digits, weights from 3; then 0. */
  static int checkDigit(String digits) {
    int first = remainder(digits, 0);
    return first < 10 ? first : remainder(digits, 2) % 10;
  }

  private static int remainder(String digits, int shift) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += Character.digit(digits.charAt(i), 10) * ((i + shift) % 10 + 1);
    }
    return sum % MODULUS;
  }
}
