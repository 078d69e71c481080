package org.okno.http;

import java.util.regex.Pattern;

/**
 * Text as people typed or pasted it, without what nobody sees: a call for help is not refused for a
 * character that a word processor left in it.
 */
public final class FreeText {
  // Control characters except tab and line ends, zero-width characters, byte-order marks. A joiner
  // stays behind an emoji and before another, which it makes one.
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "([\\p{IsExtended_Pictographic}\\p{IsEmoji_Modifier}\\uFE0F]\\u200D"
              + "(?=\\p{IsExtended_Pictographic}))"
              + "|[\\p{Cc}&&[^\\t\\n\\r]]|[\\u200B-\\u200D\\u2060\\uFEFF]");
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]*");
  private static final Pattern LINE_SPACE = Pattern.compile("[\\s\\p{Zl}\\p{Zp}&&[^ ]]+");

  private FreeText() {}

  /** The text without invisible characters and outer space; empty where nothing is visible. */
  public static String clean(String text) {
    String visible =
        mayHoldInvisible(text)
            ? INVISIBLE.matcher(text).replaceAll(one -> one.group(1) == null ? "" : one.group())
            : text;
    return BLANK.matcher(visible).matches() ? "" : stripped(visible);
  }

  /** The same on one line: a name. */
  public static String cleanLine(String text) {
    return LINE_SPACE.matcher(clean(text)).replaceAll(" ");
  }

  /** Whether the text has a form in UTF-8: it holds no half of a character. */
  public static boolean isUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .noneMatch(one -> one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE);
      }
    }
    return true;
  }

  // Few texts do, and the pattern costs more than everything else that is done with a text.
  private static boolean mayHoldInvisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one < ' ' && one != '\t' && one != '\n' && one != '\r'
          || one >= '\u007F' && one <= '\u009F'
          || one >= '\u200B' && one <= '\u200D'
          || one == '\u2060'
          || one == '\uFEFF') {
        return true;
      }
    }
    return false;
  }

  // A no-break space is no white space to String.strip; a pattern would need the square of a run.
  private static String stripped(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && isSpace(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  private static boolean isSpace(char one) {
    return Character.isWhitespace(one) || Character.isSpaceChar(one);
  }
}
