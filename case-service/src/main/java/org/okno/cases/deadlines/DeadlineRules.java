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
import org.okno.contracts.AllowedTime;
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
    Map<String, AllowedTime> triage) {
  public DeadlineRules {
    calendars = Map.copyOf(calendars);
    countries = Map.copyOf(countries);
    steps = List.copyOf(steps);
    triage = Map.copyOf(triage);
  }

  /** The limit of a need in triage; empty where its urgency has none. */
  Optional<AllowedTime> triage(String urgency) {
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

  /** A deadline that starts, with its first step. */
  Deadline deadline(String kind, AllowedTime allowed, Instant start, WorkingTime agency) {
    return deadline(kind, allowed, start, agency, List.of(), 0);
  }

  /**
   * A deadline with its next step.
   *
   * @param pauses in which it stood still
   * @param steps how many were taken
   */
  Deadline deadline(
      String kind,
      AllowedTime allowed,
      Instant start,
      WorkingTime agency,
      List<Span> pauses,
      int steps) {
    Instant dueAt = agency.dueAt(TimeLimit.of(allowed), start, pauses);
    return new Deadline(
        kind, allowed, dueAt, stepAt(steps, start, dueAt, timeOf(allowed, agency), pauses));
  }

  /** The time in which a deadline runs. */
  static WorkingTime timeOf(AllowedTime allowed, WorkingTime agency) {
    return TimeLimit.of(allowed) instanceof TimeLimit.Minutes
        ? WorkingTime.always(agency.zone())
        : agency;
  }

  /**
   * When a step is taken; null where there is none.
   *
   * @param index from 0
   */
  @Nullable Instant stepAt(
      int index, Instant start, Instant dueAt, WorkingTime time, List<Span> pauses) {
    if (index >= steps.size()) {
      return null;
    }
    double share = steps.get(index).share();
    if (share == 1) {
      return dueAt;
    }
    Duration whole = time.between(start, dueAt, pauses);
    Instant at =
        share < 1
            ? time.after(part(whole, share), start, pauses)
            : time.after(part(whole, share - 1), dueAt, pauses);
    return share < 1 && at.isAfter(dueAt) ? dueAt : at;
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofMillis(Math.round(whole.toMillis() * share));
  }
}
