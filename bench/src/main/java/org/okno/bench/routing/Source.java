package org.okno.bench.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows of a folder that are of one form.
 *
 * @param files which they were read from
 */
record Source(Form form, List<Path> files, List<Map<String, String>> rows) {

  /** Which of a folder's files are meant. */
  enum Part {
    TRAINING(List.of("train")),
    WHOLE(List.of()),
    EVALUATION(List.of("test", "dev", "valid", "eval"));

    private final List<String> names;

    Part(List<String> names) {
      this.names = names;
    }

    private boolean names(Path file) {
      String name = file.getFileName().toString();
      return names.stream().anyMatch(name::startsWith);
    }
  }

  /**
   * Reads a folder: the files that are named for the part, or else all that have the form's columns
   * and are not named for the other part; or the whole folder.
   *
   * @throws IOException where no file has the columns of any form; says what each lacks
   */
  static Source read(Path folder, Part part) throws IOException {
    List<Path> files = tables(folder);
    List<Path> candidates = chosen(files, part);
    List<String> errors = new ArrayList<>();
    Optional<Form> form = Optional.empty();
    List<Path> read = new ArrayList<>();
    List<Map<String, String>> rows = new ArrayList<>();
    for (Path file : candidates) {
      Set<String> columns = Rows.columns(file);
      Optional<Form> found = Form.of(columns);
      if (found.isEmpty()) {
        errors.add(file.getFileName() + ": " + Form.missing(columns));
      } else if (form.isEmpty() || form.equals(found)) {
        form = found;
        read.add(file);
        rows.addAll(Rows.read(file, found.get().columns()));
      }
    }
    return new Source(form.orElseThrow(() -> new IOException(nothing(folder, errors))), read, rows);
  }

  private static List<Path> chosen(List<Path> files, Part part) {
    if (part == Part.WHOLE) {
      return files;
    }
    List<Path> named = files.stream().filter(part::names).toList();
    if (!named.isEmpty()) {
      return named;
    }
    Part other = part == Part.TRAINING ? Part.EVALUATION : Part.TRAINING;
    List<Path> neither = files.stream().filter(file -> !other.names(file)).toList();
    return neither.isEmpty() ? files : neither;
  }

  private static List<Path> tables(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("no folder " + folder);
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().matches(".*\\.csv(\\.xz)?"))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  private static String nothing(Path folder, List<String> errors) {
    return errors.isEmpty()
        ? "no .csv or .csv.xz in " + folder
        : "no file of a known form in " + folder + "\n  " + String.join("\n  ", errors);
  }
}
