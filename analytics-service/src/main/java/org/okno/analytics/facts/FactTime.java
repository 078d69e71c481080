package org.okno.analytics.facts;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.okno.contracts.TerritoryRef;
import org.okno.messaging.PoisonEventException;

/**
 * The day and the duration that a fact counts.
 *
 * @param day calendar day in the territory's zone, of the years 1 to 9999
 * @param seconds since the person asked; 0 where clocks of two machines make it less
 */
record FactTime(LocalDate day, long seconds) {

  static FactTime of(TerritoryRef territory, Instant at, Instant requestedAt) {
    LocalDate day = at.atZone(zone(territory)).toLocalDate();
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new PoisonEventException("a time outside the years 1 to 9999");
    }
    return new FactTime(day, Math.max(0, Duration.between(requestedAt, at).toSeconds()));
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
