package org.okno.cases.deadlines;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.okno.cases.deadlines.ProductionCalendar.Kind;

class ShippedCalendarsTest {
  private static final Year FIRST = Year.of(2025);
  private static final LocalDate NOT_DECREED = LocalDate.of(2027, 1, 1);

  @Test
  void shouldHaveThreeYearsOfEachCountry() throws IOException {
    Map<String, ProductionCalendar> shipped = shipped();

    assertThat(shipped).containsOnlyKeys("ru", "kz", "by");
    assertThat(shipped.values())
        .allSatisfy(
            one ->
                assertThat(one.years())
                    .containsExactlyInAnyOrder(FIRST, FIRST.plusYears(1), FIRST.plusYears(2)));
  }

  @Test
  void shouldKnowTheZonesOfTheirCountries() {
    assertThat(CurrentRules.countries().keySet()).allMatch(ZoneId.getAvailableZoneIds()::contains);
    assertThat(CurrentRules.countries()).containsEntry("Asia/Almaty", "kz");
  }

  @Test
  void shouldAgreeWithThePublishedCalendars() throws IOException {
    Map<String, ProductionCalendar> published = SharedCalendars.calendars();

    shipped()
        .forEach(
            (country, calendar) ->
                assertThat(decreed(calendar))
                    .isEqualTo(decreed(requireNonNull(published.get(country)))));
  }

  private static Map<String, ProductionCalendar> shipped() throws IOException {
    return CalendarFile.read(CurrentRules.resource("calendars.csv"), FIRST);
  }

  private static Map<LocalDate, Kind> decreed(ProductionCalendar calendar) {
    return calendar.days().entrySet().stream()
        .filter(day -> !day.getKey().isBefore(FIRST.atDay(1)))
        .filter(day -> day.getKey().isBefore(NOT_DECREED))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
