package org.okno.cases.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.okno.cases.deadlines.OpeningHours.Interval;
import org.okno.cases.deadlines.ProductionCalendar.Kind;
import org.okno.cases.deadlines.TimeLimit.CalendarDays;
import org.okno.cases.deadlines.TimeLimit.Minutes;
import org.okno.cases.deadlines.TimeLimit.WorkingDays;
import org.okno.cases.deadlines.TimeLimit.WorkingMinutes;

class WorkingTimeTest {
  private static final ZoneId SAMARA = ZoneId.of("Europe/Samara");
  private static final List<String> ZONES =
      List.of("Asia/Almaty", "Europe/Moscow", "Europe/Berlin", "America/Santiago", "Asia/Kolkata");
  private static final int TRIALS = 400;

  @Test
  void shouldEndAtTheIntervalsEndAndNotAtTheNextOpening() {
    WorkingTime time = office(ProductionCalendar.NONE);

    assertThat(time.dueAt(new WorkingMinutes(60), at("2026-03-02T17:00"), List.of()))
        .isEqualTo(at("2026-03-02T18:00"));
    assertThat(time.dueAt(new WorkingMinutes(1), at("2026-03-02T18:00"), List.of()))
        .isEqualTo(at("2026-03-03T09:01"));
  }

  @Test
  void shouldFollowDaysOffShortAndMovedDays() {
    WorkingTime time =
        office(
            new ProductionCalendar(
                Map.of(
                    LocalDate.of(2026, 3, 6), Kind.SHORT,
                    LocalDate.of(2026, 3, 7), Kind.WORKING,
                    LocalDate.of(2026, 3, 9), Kind.OFF)));

    assertThat(time.dueAt(new WorkingDays(1), at("2026-03-05T10:00"), List.of()))
        .isEqualTo(at("2026-03-06T17:00"));
    assertThat(time.dueAt(new WorkingDays(2), at("2026-03-05T10:00"), List.of()))
        .isEqualTo(at("2026-03-07T18:00"));
    assertThat(time.dueAt(new WorkingDays(3), at("2026-03-05T10:00"), List.of()))
        .isEqualTo(at("2026-03-10T18:00"));
    assertThat(time.dueAt(new CalendarDays(3), at("2026-03-05T10:00"), List.of()))
        .isEqualTo(at("2026-03-11T00:00"));
  }

  @Test
  void shouldLeaveOutAShortDaysIntervalOfWhichNothingIsLeft() {
    LocalDate friday = LocalDate.of(2026, 3, 6);
    OpeningHours hours =
        new OpeningHours(
            Map.of(DayOfWeek.FRIDAY, List.of(new Interval(540, 600), new Interval(660, 720))));
    WorkingTime time =
        new WorkingTime(hours, new ProductionCalendar(Map.of(friday, Kind.SHORT)), SAMARA);

    assertThat(time.dueAt(new WorkingDays(1), at("2026-03-05T10:00"), List.of()))
        .isEqualTo(at("2026-03-06T10:00"));
  }

  @Test
  void shouldNotCloseWhatIsAlwaysOpen() {
    ProductionCalendar off = new ProductionCalendar(Map.of(LocalDate.of(2026, 3, 6), Kind.OFF));
    WorkingTime time = new WorkingTime(OpeningHours.ALWAYS, off, SAMARA);

    assertThat(time.dueAt(new WorkingMinutes(60), at("2026-03-05T23:30"), List.of()))
        .isEqualTo(at("2026-03-06T00:30"));
    assertThat(office(off).dueAt(new Minutes(60), at("2026-03-05T23:30"), List.of()))
        .isEqualTo(at("2026-03-06T00:30"));
  }

  @Test
  void shouldNotCountDaysThatBeginInAPause() {
    List<Span> pause = List.of(new Span(at("2026-03-02T12:00"), at("2026-03-04T12:00")));

    assertThat(
            office(ProductionCalendar.NONE)
                .dueAt(new WorkingDays(1), at("2026-03-02T10:00"), pause))
        .isEqualTo(at("2026-03-05T18:00"));
    assertThat(
            office(ProductionCalendar.NONE)
                .dueAt(new CalendarDays(1), at("2026-03-02T10:00"), pause))
        .isEqualTo(at("2026-03-06T00:00"));
  }

  /** The same by walking through the minutes one by one, in zones that change their offset. */
  @Test
  void shouldCountAsAWalkThroughTheMinutesDoes() {
    Random random = new Random(15);
    for (int trial = 0; trial < TRIALS; trial++) {
      WorkingTime time = randomTime(random);
      Instant start =
          Instant.parse("2024-02-20T00:00:00Z")
              .plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
      List<Span> pauses = randomPauses(random, start);
      int n = 1 + random.nextInt(3000);

      Instant due = time.dueAt(new WorkingMinutes(n), start, pauses);

      assertThat(due)
          .as("%s from %s with %s", time, start, pauses)
          .isEqualTo(walk(time, start, n, pauses));
      assertThat(time.between(start, due, pauses)).isEqualTo(Duration.ofMinutes(n));
    }
  }

  private static Instant walk(WorkingTime time, Instant start, int n, List<Span> pauses) {
    Instant minute = start;
    int left = n;
    while (left > 0) {
      left -= isOpen(time, minute) && !isIn(pauses, minute) ? 1 : 0;
      minute = minute.plus(Duration.ofMinutes(1));
    }
    return minute;
  }

  private static boolean isOpen(WorkingTime time, Instant at) {
    ZonedDateTime local = at.atZone(time.zone());
    Kind kind = time.calendar().days().get(local.toLocalDate());
    List<Interval> intervals =
        time.hours().on(kind == Kind.WORKING ? DayOfWeek.MONDAY : local.getDayOfWeek());
    int minute = local.getHour() * 60 + local.getMinute();
    return kind != Kind.OFF
        && intervals.stream()
            .anyMatch(
                one ->
                    minute >= one.from()
                        && minute
                            < one.to()
                                - (kind == Kind.SHORT && one == intervals.getLast() ? 60 : 0));
  }

  private static boolean isIn(List<Span> pauses, Instant at) {
    return pauses.stream().anyMatch(one -> !at.isBefore(one.from()) && at.isBefore(one.to()));
  }

  /** No interval begins or ends between 0:00 and 4:00, where zones change their offsets. */
  private static WorkingTime randomTime(Random random) {
    Map<DayOfWeek, List<Interval>> week = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      int from = 300 + random.nextInt(300);
      int lunch = from + 10 + random.nextInt(200);
      int to = lunch + 70 + random.nextInt(300);
      if (random.nextInt(4) > 0) {
        week.put(
            day,
            random.nextBoolean()
                ? List.of(new Interval(from, to))
                : List.of(new Interval(from, lunch), new Interval(lunch + 5, to)));
      }
    }
    week.put(DayOfWeek.SUNDAY, List.of(new Interval(0, 1440)));
    Map<LocalDate, Kind> days = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      days.put(
          LocalDate.of(2024, 2, 20).plusDays(random.nextInt(80)),
          Kind.values()[random.nextInt(Kind.values().length)]);
    }
    return new WorkingTime(
        new OpeningHours(week),
        new ProductionCalendar(days),
        ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
  }

  /** They may overlap, and come in any order. */
  private static List<Span> randomPauses(Random random, Instant start) {
    List<Span> pauses = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Instant from = start.plus(Duration.ofMinutes(random.nextInt(10_000) - 1000));
      pauses.add(new Span(from, from.plus(Duration.ofMinutes(random.nextInt(20_000)))));
    }
    return pauses;
  }

  private static WorkingTime office(ProductionCalendar calendar) {
    return new WorkingTime(OpeningHours.OFFICE, calendar, SAMARA);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SAMARA).toInstant();
  }
}
