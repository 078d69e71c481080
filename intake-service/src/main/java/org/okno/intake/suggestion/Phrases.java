package org.okno.intake.suggestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.okno.suggestion.Example;

/**
 * What intake is delivered with to learn from: {@code phrases.tsv}, with the needs of a phrase
 * ({@code food+medicine}, or {@code -} for none), its language, and the phrase, as people write it,
 * mistakes included. The phrases are made up.
 *
 * @param fingerprint changes when a phrase does
 */
record Phrases(List<Example> examples, String fingerprint) {
  private static final String FILE = "phrases.tsv";
  private static final String NONE = "-";

  Phrases {
    examples = List.copyOf(examples);
  }

  /** Those that intake is delivered with. */
  static Phrases shipped() {
    try (InputStream file = requireNonNull(Phrases.class.getResourceAsStream(FILE), FILE)) {
      byte[] bytes = file.readAllBytes();
      List<Example> examples =
          new String(bytes, UTF_8).lines().skip(1).map(Phrases::example).toList();
      return new Phrases(examples, HexFormat.of().formatHex(sha256().digest(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Example example(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 3) {
      throw new IllegalStateException("a line of " + FILE + " has not three columns");
    }
    Set<String> needs = columns[0].equals(NONE) ? Set.of() : Set.of(columns[0].split("\\+"));
    return new Example(columns[2], List.of(), needs);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
