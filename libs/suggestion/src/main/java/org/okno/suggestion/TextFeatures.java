package org.okno.suggestion;

import java.util.List;

/**
 * The features of a text, each a 64-bit hash: words, stems and pairs of neighbouring stems in one
 * block; the pieces of words, 2 to 5 characters with the word's ends marked, in another; facts
 * beside the text in a third. A model keeps hashes and no word. Not for several threads.
 */
final class TextFeatures {
  static final int WORDS = 0;
  static final int PIECES = 1;
  static final int FACTS = 2;
  static final int BLOCKS = 3;

  /** Which word a fact belongs to. */
  static final int NO_WORD = -1;

  private static final int SHORTEST_PIECE = 2;
  private static final int LONGEST_PIECE = 5;
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final Words stems = new Words();

  /** Receives features; the same one as often as it occurs. */
  @FunctionalInterface
  interface Sink {
    /**
     * @param word which word of the text it comes from, the first of a pair; or {@link #NO_WORD}
     */
    void accept(int block, long feature, int word);
  }

  void of(List<String> words, List<String> facts, Sink sink) {
    String before = "";
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String stem = stems.stem(word);
      sink.accept(WORDS, hash('w', word, WORDS), i);
      sink.accept(WORDS, hash('s', stem, WORDS), i);
      if (i > 0) {
        sink.accept(WORDS, hash('p', before + " " + stem, WORDS), i - 1);
      }
      before = stem;
      pieces(" " + word + " ", i, sink);
    }
    for (String fact : facts) {
      sink.accept(FACTS, hash('f', fact, FACTS), NO_WORD);
    }
  }

  private static void pieces(String word, int number, Sink sink) {
    for (int begin = 0; begin < word.length(); begin++) {
      long hash = start('c');
      int end = Math.min(word.length(), begin + LONGEST_PIECE);
      for (int i = begin; i < end; i++) {
        hash = next(hash, word.charAt(i));
        if (i - begin + 1 >= SHORTEST_PIECE) {
          sink.accept(PIECES, mixed(hash, PIECES), number);
        }
      }
    }
  }

  private static long hash(char kind, String text, int block) {
    long hash = start(kind);
    for (int i = 0; i < text.length(); i++) {
      hash = next(hash, text.charAt(i));
    }
    return mixed(hash, block);
  }

  private static long start(char kind) {
    return next(SEED, kind);
  }

  private static long next(long hash, char character) {
    return (hash ^ character) * PRIME;
  }

  /** Spreads the last characters over all bits, and leaves the last two to the block. */
  private static long mixed(long hash, int block) {
    long mixed = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return ((mixed ^ (mixed >>> 29)) << 2) | block;
  }

  /** Which block a feature belongs to. */
  static int block(long feature) {
    return (int) (feature & 3);
  }
}
