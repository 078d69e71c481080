package org.okno.cases.deadlines;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.okno.cases.deadlines.OpeningHours.Interval;
import org.okno.contracts.AllowedTime;

/**
 * Due times that were computed apart from this project, from real production calendars. The system
 * property {@code okno.due-times} names another file of the same form.
 */
class DueTimesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void shouldComputeEveryDueTimeOfTheFile() throws IOException {
    String other = System.getProperty("okno.due-times", "");
    Path file = other.isBlank() ? SharedCalendars.file("due_times.jsonl") : rooted(other);
    Map<String, ProductionCalendar> calendars = SharedCalendars.calendars();
    List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    Map<String, OpeningHours> schedules =
        schedules(JSON.readTree(lines.getFirst()).get("schedules"));

    List<String> different = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      JsonNode one = JSON.readTree(line);
      Instant due = dueAt(one, schedules, calendars);
      if (!due.equals(Instant.parse(one.get("due").asText()))) {
        different.add("%s, but computed %s".formatted(line, due));
      }
    }

    int all = lines.size() - 1;
    System.out.printf("%,d of %,d due times equal%n", all - different.size(), all);
    assertThat(all).isPositive();
    assertThat(different).isEmpty();
  }

  private static Path rooted(String file) {
    return Path.of(System.getProperty("okno.root", ".")).resolve(file);
  }

  private static Instant dueAt(
      JsonNode one,
      Map<String, OpeningHours> schedules,
      Map<String, ProductionCalendar> calendars) {
    WorkingTime time =
        new WorkingTime(
            requireNonNull(schedules.get(one.get("schedule").asText())),
            requireNonNull(calendars.get(one.get("country").asText())),
            ZoneId.of(one.get("zone").asText()));
    return time.dueAt(
        TimeLimit.of(new AllowedTime(one.at("/term/n").asInt(), one.at("/term/kind").asText())),
        Instant.parse(one.get("start").asText()),
        StreamSupport.stream(one.get("pauses").spliterator(), false)
            .map(pause -> new Span(instant(pause, 0), instant(pause, 1)))
            .toList());
  }

  private static Instant instant(JsonNode pause, int index) {
    return Instant.parse(pause.get(index).asText());
  }

  private static Map<String, OpeningHours> schedules(JsonNode schedules) {
    return schedules.properties().stream()
        .collect(toMap(Map.Entry::getKey, one -> hours(one.getValue())));
  }

  private static OpeningHours hours(JsonNode week) {
    return new OpeningHours(
        week.properties().stream()
            .collect(
                toMap(
                    day -> DayOfWeek.of(Integer.parseInt(day.getKey())),
                    day ->
                        StreamSupport.stream(day.getValue().spliterator(), false)
                            .map(one -> new Interval(minute(one.get(0)), minute(one.get(1))))
                            .toList())));
  }

  private static int minute(JsonNode time) {
    return time.asText().equals("24:00")
        ? Interval.DAY
        : LocalTime.parse(time.asText()).toSecondOfDay() / 60;
  }
}
