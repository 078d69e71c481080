package org.okno.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * The words of a text: runs of letters or digits in lower case, ё as е, every digit as 0. Emoji and
 * punctuation are no words. Not for several threads: stemmers keep a state.
 */
final class Words {
  /**
   * A text is read so far and no further, so that a text of a megabyte costs no more than these.
   */
  static final int CHARACTERS_READ = 4000;

  private static final int LONGEST_WORD = 40;

  private final SnowballStemmer russian = new RussianStemmer();
  private final SnowballStemmer english = new EnglishStemmer();

  /** The words in their order; empty where the text has none. */
  static List<String> of(String text) {
    String read = text.length() > CHARACTERS_READ ? text.substring(0, CHARACTERS_READ) : text;
    String lower = read.toLowerCase(Locale.ROOT).replace('ё', 'е');
    List<String> words = new ArrayList<>();
    int begin = -1;
    for (int i = 0; i <= lower.length(); i++) {
      boolean inside = i < lower.length() && Character.isLetterOrDigit(lower.charAt(i));
      if (inside && begin < 0) {
        begin = i;
      } else if (!inside && begin >= 0) {
        words.add(word(lower, begin, Math.min(i, begin + LONGEST_WORD)));
        begin = -1;
      }
    }
    return words;
  }

  private static String word(String lower, int begin, int end) {
    StringBuilder word = new StringBuilder(lower.substring(begin, end));
    for (int i = 0; i < word.length(); i++) {
      if (Character.isDigit(word.charAt(i))) {
        word.setCharAt(i, '0');
      }
    }
    return word.toString();
  }

  /** A word's stem by its alphabet; words of other languages stay whole, their pieces tell. */
  String stem(String word) {
    char first = word.charAt(0);
    if (first >= 'а' && first <= 'я') {
      return stem(russian, word);
    }
    return first >= 'a' && first <= 'z' ? stem(english, word) : word;
  }

  private static String stem(SnowballStemmer stemmer, String word) {
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
