package org.okno.cases.deadlines;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.okno.contracts.AllowedTime;

/** The rules of deadlines, read when the service starts: what is not valid does not start. */
@Singleton
class CurrentRules {
  private static final Logger LOG = Logger.getLogger(CurrentRules.class);
  private static final String SHIPPED = "calendars.csv";
  private static final String COUNTRIES = "countries.csv";

  private final DeadlineRules rules;

  CurrentRules(DeadlineSettings settings, Clock clock) {
    Year year = Year.now(clock);
    Map<String, ProductionCalendar> calendars = calendars(settings, year);
    calendars.forEach((country, calendar) -> warnOfNextYear(country, calendar, year.plusYears(1)));
    rules =
        new DeadlineRules(
            calendars,
            countries(),
            DeadlineStep.parse(settings.steps()),
            settings.triage().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, one -> AllowedTime.parse(one.getValue()))));
  }

  DeadlineRules get() {
    return rules;
  }

  private static Map<String, ProductionCalendar> calendars(DeadlineSettings settings, Year year) {
    String name = settings.calendars().map(Path::toString).orElse(SHIPPED);
    try {
      return CalendarFile.read(lines(settings), year);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(name + " is not valid: " + e.getMessage(), e);
    }
  }

  private static List<String> lines(DeadlineSettings settings) throws IOException {
    return settings.calendars().isPresent()
        ? Files.readAllLines(settings.calendars().get())
        : resource(SHIPPED);
  }

  /** Until it is loaded, the days of that year are as every week has them. */
  private static void warnOfNextYear(String country, ProductionCalendar calendar, Year next) {
    if (!calendar.years().contains(next)) {
      LOG.warnf("the production calendar of %s has no day of %s yet", country, next);
    }
  }

  static Map<String, String> countries() {
    try {
      return resource(COUNTRIES).stream()
          .skip(1)
          .map(line -> line.split(","))
          .collect(toMap(fields -> fields[0], fields -> fields[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> resource(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(CurrentRules.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
