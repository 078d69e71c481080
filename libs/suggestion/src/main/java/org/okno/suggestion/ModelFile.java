package org.okno.suggestion;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A {@link NeedClassifier} as a file: a header with the format's version, labels, hashes of
 * features with their weights, scorers, curves, and a checksum. It holds no word of any text.
 */
public final class ModelFile {
  /** {@code OKNOSUGG}. */
  private static final long MAGIC = 0x4f4b4e4f53554747L;

  private static final int VERSION = 1;
  private static final int MOST_COLUMNS = 5_000_000;
  private static final int MOST_LABELS = 10_000;
  private static final int MOST_SCORERS = 16;
  private static final int MOST_VALUES = 400_000_000;

  private ModelFile() {}

  public static void write(NeedClassifier classifier, OutputStream to) throws IOException {
    CheckedOutputStream checked =
        new CheckedOutputStream(new BufferedOutputStream(to), new CRC32());
    DataOutputStream out = new DataOutputStream(checked);
    out.writeLong(MAGIC);
    out.writeInt(VERSION);
    writeNames(classifier.labels(), out);
    Vocabulary vocabulary = classifier.ensemble().vocabulary();
    out.writeInt(vocabulary.columns());
    for (int column = 0; column < vocabulary.columns(); column++) {
      out.writeLong(vocabulary.hash(column));
      out.writeFloat(vocabulary.weight(column));
    }
    out.writeInt(classifier.ensemble().scorers().size());
    for (Scorer scorer : classifier.ensemble().scorers()) {
      switch (scorer) {
        case LinearModel linear -> {
          out.writeByte('L');
          writeFloats(linear.weights(), out);
          writeFloats(linear.biases(), out);
        }
        case NeuralModel neural -> {
          out.writeByte('N');
          writeFloats(neural.embeddings, out);
          writeFloats(neural.hiddenBiases, out);
          writeFloats(neural.outputs, out);
          writeFloats(neural.outputBiases, out);
        }
      }
    }
    for (LabelCurve curve : classifier.curves()) {
      for (double weight : curve.weights()) {
        out.writeDouble(weight);
      }
      out.writeDouble(curve.threshold());
    }
    long checksum = checked.getChecksum().getValue();
    out.writeLong(checksum);
    out.flush();
  }

  /**
   * Reads a model back.
   *
   * @throws IOException where it is no model, one of another version, or damaged; says which
   */
  public static NeedClassifier read(InputStream from) throws IOException {
    CheckedInputStream checked = new CheckedInputStream(new BufferedInputStream(from), new CRC32());
    DataInputStream in = new DataInputStream(checked);
    if (in.readLong() != MAGIC) {
      throw new IOException("not a model of suggestions");
    }
    int version = in.readInt();
    if (version != VERSION) {
      throw new IOException(
          "a model of version %d; this program reads version %d".formatted(version, VERSION));
    }
    Labels labels = new Labels(readNames(in));
    Vocabulary vocabulary = readVocabulary(in);
    int count = size(in, MOST_SCORERS, "scorers");
    List<Scorer> scorers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      scorers.add(readScorer(in, vocabulary.columns(), labels.size()));
    }
    List<LabelCurve> curves = new ArrayList<>();
    for (int label = 0; label < labels.size(); label++) {
      List<Double> weights = new ArrayList<>();
      for (int i = 0; i <= count; i++) {
        weights.add(in.readDouble());
      }
      curves.add(new LabelCurve(weights, in.readDouble()));
    }
    long checksum = checked.getChecksum().getValue();
    if (in.readLong() != checksum) {
      throw new IOException("a damaged model: its checksum differs");
    }
    return new NeedClassifier(labels, new Ensemble(vocabulary, scorers), curves);
  }

  private static Vocabulary readVocabulary(DataInputStream in) throws IOException {
    int columns = size(in, MOST_COLUMNS, "columns");
    long[] hashes = new long[columns];
    float[] weights = new float[columns];
    for (int column = 0; column < columns; column++) {
      hashes[column] = in.readLong();
      weights[column] = in.readFloat();
    }
    return new Vocabulary(hashes, weights);
  }

  private static Scorer readScorer(DataInputStream in, int columns, int labels) throws IOException {
    int kind = in.readByte();
    if (kind == 'L') {
      LinearModel linear = new LinearModel(readFloats(in), readFloats(in));
      require(linear.biases().length == labels, "labels");
      require(linear.weights().length == columns * labels, "weights");
      return linear;
    }
    require(kind == 'N', "kind of scorer");
    NeuralModel neural =
        new NeuralModel(readFloats(in), readFloats(in), readFloats(in), readFloats(in));
    require(neural.labels == labels, "labels");
    require(neural.embeddings.length == columns * neural.width, "embeddings");
    require(neural.outputs.length == labels * neural.width, "outputs");
    return neural;
  }

  private static void require(boolean fits, String what) throws IOException {
    if (!fits) {
      throw new IOException("a damaged model: its %s do not fit".formatted(what));
    }
  }

  private static void writeNames(List<String> names, DataOutputStream out) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      out.writeUTF(name);
    }
  }

  private static List<String> readNames(DataInputStream in) throws IOException {
    int size = size(in, MOST_LABELS, "labels");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      names.add(in.readUTF());
    }
    return names;
  }

  private static void writeFloats(float[] values, DataOutputStream out) throws IOException {
    out.writeInt(values.length);
    ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
    buffer.asFloatBuffer().put(values);
    out.write(buffer.array());
  }

  private static float[] readFloats(DataInputStream in) throws IOException {
    int size = size(in, MOST_VALUES, "values");
    float[] values = new float[size];
    byte[] bytes = in.readNBytes(size * Float.BYTES);
    require(bytes.length == size * Float.BYTES, "values");
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }

  /** A size that was read, before anything of that size is allocated. */
  private static int size(DataInputStream in, int most, String what) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > most) {
      throw new IOException("a damaged model: %d %s".formatted(size, what));
    }
    return size;
  }
}
