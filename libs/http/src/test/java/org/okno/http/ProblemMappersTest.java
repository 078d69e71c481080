package org.okno.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemMappersTest {

  @ParameterizedTest
  @CsvSource({
    "08006, 503",
    "40P01, 503",
    "53100, 503", // disk full
    "53300, 503", // too many connections
    "55P03, 503", // a lock that was not released in time
    "57P01, 503",
    "22021, 500",
    "42P01, 500",
    "54000, 500"
  })
  void shouldSayWhetherTryingAgainHelps(String state, int status) {
    assertThat(ProblemMappers.of(new RuntimeException(new SQLException("x", state))).status())
        .isEqualTo(status);
  }

  @Test
  void shouldSayThatTheResultIsUnknownAndThatRepeatingIsSafe() {
    assertThat(ProblemMappers.of(new SQLException("x", "08007")).detail())
        .contains(
            "unknown", "same request again", "externalId", "Idempotency-Key", "never done twice");
  }

  @Test
  void shouldNotTakeAClientThatDisconnectsForAnInternalError() {
    assertThat(ProblemMappers.of(new IOException(new ClosedChannelException())).status())
        .isEqualTo(400);
    assertThat(ProblemMappers.of(new SocketException("Connection reset")).status()).isEqualTo(400);
    assertThat(ProblemMappers.of(new IOException("Broken pipe")).status()).isEqualTo(400);
    assertThat(ProblemMappers.of(new IOException("disk")).status()).isEqualTo(500);
  }

  @Test
  void shouldNotTakeADatabaseThatDisconnectsForAClient() {
    SQLException gone =
        new SQLException("x", "08006", new SocketException("Connection reset by peer"));

    assertThat(ProblemMappers.of(gone).status()).isEqualTo(503);
  }
}
