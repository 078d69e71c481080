package org.okno.suggestion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which features a model knows, and how telling each is: its column is the rank of its hash, its
 * weight the inverse document frequency.
 */
final class Vocabulary {
  /** Beyond this many candidates, those seen once are forgotten while counting. */
  private static final int CANDIDATES = 3_000_000;

  private final long[] hashes;
  private final float[] weights;

  /**
   * @param hashes ascending
   * @param weights inverse document frequencies, of the same length
   */
  Vocabulary(long[] hashes, float[] weights) {
    this.hashes = hashes;
    this.weights = weights;
  }

  /**
   * Learns the features that occur in at least {@code leastTexts} of the texts.
   *
   * @param mostColumns of more, the most frequent are kept
   */
  static Vocabulary of(List<Example> examples, int leastTexts, int mostColumns) {
    Map<Long, Integer> counts = new HashMap<>();
    TextFeatures features = new TextFeatures();
    for (Example example : examples) {
      Features seen = new Features();
      features.of(Words.of(example.text()), example.facts(), seen);
      seen.distinct(hash -> counts.merge(hash, 1, Integer::sum));
      if (counts.size() > CANDIDATES) {
        counts.values().removeIf(count -> count == 1);
      }
    }
    counts.values().removeIf(count -> count < leastTexts);
    long[] kept =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(mostColumns)
            .mapToLong(Map.Entry::getKey)
            .sorted()
            .toArray();
    float[] weights = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      int texts = counts.getOrDefault(kept[i], 1);
      weights[i] = (float) (1 + Math.log((1.0 + examples.size()) / (1 + texts)));
    }
    return new Vocabulary(kept, weights);
  }

  int columns() {
    return hashes.length;
  }

  long hash(int column) {
    return hashes[column];
  }

  float weight(int column) {
    return weights[column];
  }

  /** The feature's column; negative where the model does not know it. */
  int column(long hash) {
    return Arrays.binarySearch(hashes, hash);
  }

  /** A text as a vector: each block of features has length 1. Empty where it knows no feature. */
  SparseVector vector(List<String> words, List<String> facts) {
    Features features = new Features();
    new TextFeatures().of(words, facts, features);
    return features.vector(this);
  }

  /** The features of one text, block by block. */
  private static final class Features implements TextFeatures.Sink {
    private final long[][] hashes = new long[TextFeatures.BLOCKS][64];
    private final int[] sizes = new int[TextFeatures.BLOCKS];

    @Override
    public void accept(int block, long feature, int word) {
      if (sizes[block] == hashes[block].length) {
        hashes[block] = Arrays.copyOf(hashes[block], 2 * sizes[block]);
      }
      hashes[block][sizes[block]++] = feature;
    }

    void distinct(java.util.function.LongConsumer each) {
      for (int block = 0; block < TextFeatures.BLOCKS; block++) {
        Arrays.stream(hashes[block], 0, sizes[block]).distinct().forEach(each);
      }
    }

    SparseVector vector(Vocabulary vocabulary) {
      int most = Arrays.stream(sizes).sum();
      Entries entries = new Entries(most);
      for (int block = 0; block < TextFeatures.BLOCKS; block++) {
        int begin = entries.size;
        Arrays.sort(hashes[block], 0, sizes[block]);
        for (int i = 0; i < sizes[block]; ) {
          int same = i + 1;
          while (same < sizes[block] && hashes[block][same] == hashes[block][i]) {
            same++;
          }
          int column = vocabulary.column(hashes[block][i]);
          if (column >= 0) {
            entries.add(column, (1 + Math.log(same - i)) * vocabulary.weights[column]);
          }
          i = same;
        }
        entries.normalise(begin);
      }
      return entries.vector();
    }
  }

  /** Columns and values while a vector is built. */
  private static final class Entries {
    private final int[] columns;
    private final double[] values;
    private int size;

    Entries(int most) {
      columns = new int[most];
      values = new double[most];
    }

    void add(int column, double value) {
      columns[size] = column;
      values[size++] = value;
    }

    void normalise(int begin) {
      double squares = 0;
      for (int i = begin; i < size; i++) {
        squares += values[i] * values[i];
      }
      double length = Math.sqrt(squares);
      for (int i = begin; i < size && length > 0; i++) {
        values[i] /= length;
      }
    }

    SparseVector vector() {
      Integer[] order = new Integer[size];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparingInt(i -> columns[i]));
      int[] sorted = new int[size];
      float[] sortedValues = new float[size];
      for (int i = 0; i < size; i++) {
        sorted[i] = columns[order[i]];
        sortedValues[i] = (float) values[order[i]];
      }
      return new SparseVector(sorted, sortedValues);
    }
  }
}
