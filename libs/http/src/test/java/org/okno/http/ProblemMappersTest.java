package org.okno.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemMappersTest {

  /** Disk full, a lock that was not released in time, too many connections. */
  @ParameterizedTest
  @ValueSource(strings = {"53100", "55P03", "53300"})
  void shouldAskToRetryWhenTheDatabaseCannotServeNow(String state) {
    var response =
        new ProblemMappers().anything(new RuntimeException(new SQLException("not now", state)));

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeaderString("Retry-After")).isNotNull();
  }
}
