package org.okno.cases.deadlines;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of deadlines. */
@ConfigMapping(prefix = "okno.case.deadlines")
interface DeadlineSettings {
  /** A file of production calendars, as {@link CalendarFile} reads it; the shipped ones without. */
  Optional<Path> calendars();

  /** How often steps are looked for whose time has come. */
  Duration every();

  /** Steps in their order, such as {@code 0.75 warned}. */
  List<String> steps();

  /** How long a need may be in triage, by urgency, such as {@code 15 minutes}. */
  Map<String, String> triage();

  /** At most how many steps are taken in one transaction. */
  @WithDefault("500")
  int batch();
}
