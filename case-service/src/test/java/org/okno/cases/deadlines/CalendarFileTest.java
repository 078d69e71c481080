package org.okno.cases.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.okno.cases.deadlines.ProductionCalendar.Kind;

class CalendarFileTest {
  private static final Year YEAR = Year.of(2026);

  @Test
  void shouldReadDaysAndLeaveFurtherColumnsToPeople() {
    var calendars =
        CalendarFile.read(
            List.of("country,date,kind,name", "kz,2026-03-23,off,\"Nauryz, moved\"", ""), YEAR);

    assertThat(calendars)
        .isEqualTo(
            Map.of("kz", new ProductionCalendar(Map.of(LocalDate.of(2026, 3, 23), Kind.OFF))));
  }

  @Test
  void shouldNameTheCountryAndTheYearThatIsMissing() {
    assertThatThrownBy(
            () ->
                CalendarFile.read(
                    List.of("country,date,kind", "ru,2023-01-02,off", "ru,2025-01-02,off"), YEAR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the calendar of ru has no day of 2024; the calendar of ru has no day of 2026");
  }

  @Test
  void shouldNameEveryLineThatIsNotValidAndQuoteNone() {
    assertThatThrownBy(
            () ->
                CalendarFile.read(
                    List.of(
                        "country,date,kind",
                        "Russia,2026-01-01,off",
                        "ru,2026-02-30,off",
                        "ru,2026-01-02,holiday",
                        "ru,2026-01-03,off",
                        "ru,2026-01-03,short",
                        "ru"),
                    YEAR))
        .hasMessage(
            "line 2: expected a country of two small letters, a date and a kind;"
                + " line 3: expected a date such as 2026-05-09;"
                + " line 4: expected the kind off, short or working;"
                + " line 6: the country has this day twice;"
                + " line 7: expected a country of two small letters, a date and a kind");
    assertThatThrownBy(() -> CalendarFile.read(List.of("date,kind"), YEAR))
        .hasMessage("line 1: expected a head that begins with country,date,kind");
  }
}
