package org.okno.intake.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;

class ServiceRequestQueryTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:15:31Z");

  @Test
  void shouldListTheLast90DaysWithoutParameters() {
    ServiceRequestQuery query = query(null, null, null, null, null);

    assertThat(query.to()).isEqualTo(NOW);
    assertThat(query.from()).isEqualTo(NOW.minus(Duration.ofDays(90)));
    assertThat(query.closed()).isNull();
    assertThat(query.pageSize()).isEqualTo(1_000);
  }

  @Test
  void shouldReadPeriodStatusAndPage() {
    ServiceRequestQuery query =
        query("2026-01-01T00:00:00 03:00", "2026-02-01T00:00:00Z", "closed", "3", "50");

    assertThat(query.from()).isEqualTo("2025-12-31T21:00:00Z");
    assertThat(query.closed()).isTrue();
    assertThat(query.offset()).isEqualTo(100);
    assertThat(query(null, null, "open,closed", null, null).closed()).isNull();
    assertThat(query("2025-01-01T00:00:00Z", null, null, null, null).to())
        .isEqualTo("2025-04-01T00:00:00Z");
  }

  @Test
  void shouldNameEveryParameterThatIsNotValid() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> query("yesterday", "2026-02-01", "done", "0", "1001"))
        .satisfies(
            e ->
                assertThat(e.problem().errors())
                    .extracting(FieldError::pointer)
                    .containsExactlyInAnyOrder(
                        "start_date", "end_date", "status", "page", "page_size"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> query("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z", null, null, null));
  }

  private static ServiceRequestQuery query(
      @Nullable String start,
      @Nullable String end,
      @Nullable String status,
      @Nullable String page,
      @Nullable String pageSize) {
    return ServiceRequestQuery.of(null, null, start, end, status, page, pageSize, NOW);
  }
}
