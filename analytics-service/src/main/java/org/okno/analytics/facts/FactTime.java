package org.okno.analytics.facts;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.TerritoryRef;
import org.okno.messaging.PoisonEventException;

/**
 * The day and the duration that a fact counts.
 *
 * @param day calendar day in the territory's zone, of the years 1 to 9999
 * @param seconds since the person asked; 0 where clocks of two machines make it less, or where it
 *     is not known when they asked
 */
record FactTime(LocalDate day, long seconds) {

  // Intake refuses an earlier time. Events from before it did have the zero of some clock.
  private static final Instant EARLIEST_REQUEST = Instant.parse("2000-01-01T00:00:00Z");

  /** When the person asked, or when Okno received the request where that cannot be true. */
  static FactTime ofRequest(Questionnaire questionnaire) {
    Instant requestedAt = questionnaire.requestedAt();
    Instant at = isPlausible(requestedAt) ? requestedAt : questionnaire.receivedAt();
    return of(questionnaire.territory(), at, requestedAt);
  }

  static FactTime of(TerritoryRef territory, Instant at, Instant requestedAt) {
    LocalDate day = at.atZone(zone(territory)).toLocalDate();
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new PoisonEventException("a time outside the years 1 to 9999");
    }
    long seconds = isPlausible(requestedAt) ? Duration.between(requestedAt, at).toSeconds() : 0;
    return new FactTime(day, Math.max(0, seconds));
  }

  private static boolean isPlausible(Instant requestedAt) {
    return !requestedAt.isBefore(EARLIEST_REQUEST);
  }

  Fact fact(Series series, Measure measure, Instant at) {
    return new Fact(series, day, measure, seconds, at);
  }

  private static ZoneId zone(TerritoryRef territory) {
    try {
      return ZoneId.of(territory.zone());
    } catch (DateTimeException e) {
      throw new PoisonEventException("territory.zone is not a time zone");
    }
  }
}
