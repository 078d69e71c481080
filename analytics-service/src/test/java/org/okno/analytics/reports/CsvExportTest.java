package org.okno.analytics.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+7", "-2", "@SUM(A1)", "\tx", "\rx"})
  void shouldWriteNoTextThatASpreadsheetRuns(String need) throws JsonProcessingException {
    assertThat(line(need))
        .contains("'" + need)
        .doesNotContain("," + need)
        .doesNotContain("\"" + need);
  }

  @ParameterizedTest
  @ValueSource(strings = {"food", "1-2", "a=b"})
  void shouldLeaveOtherTextsAndNumbersAsTheyAre(String need) throws JsonProcessingException {
    assertThat(line(need))
        .startsWith("2026-03-02,t,,web," + need + ",1,0,0,0,-1,")
        .doesNotContain("'");
  }

  private static String line(String need) throws JsonProcessingException {
    String csv = CsvExport.ROWS.writeValueAsString(row(need));
    return csv.substring(csv.indexOf("\r\n") + 2);
  }

  static DailySummaryRow row(String need) {
    return new DailySummaryRow(
        LocalDate.of(2026, 3, 2),
        "t",
        null,
        "web",
        need,
        1L,
        0L,
        0L,
        0L,
        -1L,
        0L,
        0L,
        0L,
        0L,
        0L,
        0L,
        0L,
        null,
        null,
        null,
        null,
        null,
        null,
        Instant.EPOCH);
  }
}
