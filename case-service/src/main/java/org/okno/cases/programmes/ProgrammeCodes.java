package org.okno.cases.programmes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.okno.contracts.Codes;

/**
 * What a programme may say, as codes with their texts: {@code programme-codes.csv} beside this
 * class. Words of staff about a person would be personal data.
 */
final class ProgrammeCodes {
  private static final String FILE = "programme-codes.csv";
  private static final int COLUMNS = 5;
  private static final ProgrammeCodes SHIPPED = new ProgrammeCodes(shipped());

  private final List<Code> codes;

  private ProgrammeCodes(List<Code> codes) {
    this.codes = codes;
  }

  /** What is said by a code. */
  enum Kind {
    GOAL,
    STEP,
    /** Why a plan was revised. */
    REVISION,
    /** What a review found. */
    REVIEW,
    /** How a programme ended. */
    COMPLETION;

    String code() {
      return Codes.of(this);
    }
  }

  /** A code with its texts in Russian, Kazakh and English. */
  record Code(Kind kind, String code, String ru, String kk, String en) {
    String text(Locale language) {
      return switch (language.getLanguage()) {
        case "kk" -> kk;
        case "en" -> en;
        default -> ru;
      };
    }
  }

  /** Those that Okno ships. */
  static ProgrammeCodes shippedOnes() {
    return SHIPPED;
  }

  /** All of them, by kind, in the order of the file. */
  List<Code> all() {
    return codes;
  }

  boolean has(Kind kind, String code) {
    return find(kind, code).isPresent();
  }

  /** The text of a code; the code itself where this version does not know it. */
  String text(Kind kind, String code, Locale language) {
    return find(kind, code).map(one -> one.text(language)).orElse(code);
  }

  private Optional<Code> find(Kind kind, String code) {
    return codes.stream().filter(one -> one.kind() == kind && one.code().equals(code)).findFirst();
  }

  private static List<Code> shipped() {
    try (InputStream file = ProgrammeCodes.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(requireNonNull(file), UTF_8))) {
      return lines.lines().skip(1).map(ProgrammeCodes::code).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Code code(String line) {
    String[] columns = line.split(",");
    if (columns.length != COLUMNS || !Codes.isCode(columns[1])) {
      throw new IllegalArgumentException(FILE + ": " + Arrays.toString(columns));
    }
    return new Code(
        Codes.constant(Kind.class, columns[0]), columns[1], columns[2], columns[3], columns[4]);
  }
}
