package org.okno.cases.deadlines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real production calendars, which are beside the project and not in it. */
final class SharedCalendars {
  private static final Path FOLDER = Path.of("shared/data/calendars");

  private SharedCalendars() {}

  /** A file beside the project or beside a folder above it; without one the test is skipped. */
  static Path file(String name) {
    Optional<Path> found =
        Stream.iterate(
                Path.of(System.getProperty("okno.root", ".")).toAbsolutePath(), Path::getParent)
            .takeWhile(Objects::nonNull)
            .map(above -> above.resolve(FOLDER).resolve(name))
            .filter(Files::isReadable)
            .findFirst();
    if (found.isEmpty()) {
      System.out.println("SKIPPED: no ../shared/data/calendars");
    }
    Assumptions.assumeTrue(found.isPresent(), "SKIPPED: no ../shared/data/calendars");
    return found.orElseThrow();
  }

  static Map<String, ProductionCalendar> calendars() {
    try {
      return CalendarFile.read(Files.readAllLines(file("days.csv")), Year.of(2026));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
