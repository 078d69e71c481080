package org.okno.cases.deadlines;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Deadline;

/**
 * What deadlines are computed by: data of the operator.
 *
 * @param calendars by country; a country without one has weeks that are all alike
 * @param countries by time zone
 * @param steps in the order in which they are taken
 * @param triage how long a need may be in triage, by urgency
 */
public record DeadlineRules(
    Map<String, ProductionCalendar> calendars,
    Map<String, String> countries,
    List<DeadlineStep> steps,
    Map<String, TimeLimit> triage) {
  public DeadlineRules {
    calendars = Map.copyOf(calendars);
    countries = Map.copyOf(countries);
    steps = List.copyOf(steps);
    triage = Map.copyOf(triage);
  }

  /** The limit of a need in triage; empty where its urgency has none. */
  Optional<TimeLimit> triage(String urgency) {
    return Optional.ofNullable(triage.get(urgency));
  }

  /**
   * When an agency works.
   *
   * @param zone IANA time zone; one that does not exist is UTC
   */
  WorkingTime workingTime(OpeningHours hours, String zone) {
    String country = countries.getOrDefault(zone, "");
    return new WorkingTime(
        hours, calendars.getOrDefault(country, ProductionCalendar.NONE), zoneId(zone));
  }

  private static ZoneId zoneId(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /** A deadline with its first step. */
  Deadline deadline(String kind, TimeLimit limit, Instant start, WorkingTime agency) {
    boolean aroundTheClock = limit instanceof TimeLimit.Minutes;
    Instant dueAt = agency.dueAt(limit, start, List.of());
    return new Deadline(
        kind, dueAt, stepAt(0, start, dueAt, timeOf(aroundTheClock, agency)), aroundTheClock);
  }

  /** The time in which a deadline runs. */
  static WorkingTime timeOf(boolean aroundTheClock, WorkingTime agency) {
    return aroundTheClock ? WorkingTime.always(agency.zone()) : agency;
  }

  /**
   * When a step is taken; null where there is none.
   *
   * @param index from 0
   */
  @Nullable Instant stepAt(int index, Instant start, Instant dueAt, WorkingTime time) {
    if (index >= steps.size()) {
      return null;
    }
    double share = steps.get(index).share();
    if (share == 1) {
      return dueAt;
    }
    Duration whole = time.between(start, dueAt, List.of());
    Instant at =
        share < 1
            ? time.after(part(whole, share), start, List.of())
            : time.after(part(whole, share - 1), dueAt, List.of());
    return share < 1 && at.isAfter(dueAt) ? dueAt : at;
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofMillis(Math.round(whole.toMillis() * share));
  }
}
