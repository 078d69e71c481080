package org.okno.intake.territory;

import java.text.Normalizer;
import java.util.Locale;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * The form in which words of names are compared: without endings, in Cyrillic letters, Kazakh ones
 * as the Russian ones nearest to them. {@code Невском}, {@code Невский} and {@code Nevsky} have one
 * key.
 */
final class NameKey {
  /** Latin letters as Russian ones, longest first. */
  private static final String[][] LATIN = {
    {"shch", "щ"},
    {"sch", "щ"},
    {"iya", "ия"},
    {"zh", "ж"},
    {"kh", "х"},
    {"ts", "ц"},
    {"ch", "ч"},
    {"sh", "ш"},
    {"yu", "ю"},
    {"ju", "ю"},
    {"ya", "я"},
    {"ja", "я"},
    {"yo", "е"},
    {"ye", "е"},
    {"a", "а"},
    {"b", "б"},
    {"c", "ц"},
    {"d", "д"},
    {"e", "е"},
    {"f", "ф"},
    {"g", "г"},
    {"h", "х"},
    {"i", "и"},
    {"j", "й"},
    {"k", "к"},
    {"l", "л"},
    {"m", "м"},
    {"n", "н"},
    {"o", "о"},
    {"p", "п"},
    {"q", "к"},
    {"r", "р"},
    {"s", "с"},
    {"t", "т"},
    {"u", "у"},
    {"v", "в"},
    {"w", "в"},
    {"x", "кс"},
    {"y", "й"},
    {"z", "з"},
  };

  private static final String KAZAKH = "әғқңөұүһі";
  private static final String AS_RUSSIAN = "агкноууги";

  private NameKey() {}

  /** Lower case, compatibility forms resolved, ё as е, no number signs; Kazakh letters stay. */
  static String fold(String text) {
    return Normalizer.normalize(text.replace('№', ' '), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("(?<!\\p{L})n[o°º]?[.\\s]*(?=\\d)", " ")
        .replace('ё', 'е')
        .replace('‑', '-')
        .replace('–', '-')
        .replace('—', '-')
        .replace('−', '-');
  }

  /** The key of a folded word. */
  static String of(String word) {
    String russian = russian(isLatin(word) ? cyrillic(word) : word);
    RussianStemmer stemmer = new RussianStemmer();
    stemmer.setCurrent(russian);
    stemmer.stem();
    // What a transliteration loses, and a hurried hand leaves out.
    return stemmer
        .getCurrent()
        .replace("ь", "")
        .replace("ъ", "")
        .replace('й', 'и')
        .replace('ы', 'и')
        .replace('э', 'е');
  }

  private static boolean isLatin(String word) {
    return word.chars().anyMatch(c -> c >= 'a' && c <= 'z');
  }

  private static String russian(String word) {
    StringBuilder plain = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      int kazakh = KAZAKH.indexOf(word.charAt(i));
      plain.append(kazakh < 0 ? word.charAt(i) : AS_RUSSIAN.charAt(kazakh));
    }
    return plain.toString();
  }

  private static String cyrillic(String word) {
    StringBuilder cyrillic = new StringBuilder(word.length());
    int i = 0;
    while (i < word.length()) {
      i += append(word, i, cyrillic);
    }
    // Nevsky, Nevskiy, Nevskij: the ending of an adjective.
    return cyrillic.toString().replaceFirst("(?<=[скн])(?:ий|й)$", "ий");
  }

  /** Appends what stands at a position; how many letters that were. */
  private static int append(String word, int at, StringBuilder cyrillic) {
    for (String[] pair : LATIN) {
      if (word.startsWith(pair[0], at)) {
        cyrillic.append(pair[1]);
        return pair[0].length();
      }
    }
    cyrillic.append(word.charAt(at));
    return 1;
  }
}
