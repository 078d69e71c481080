package org.okno.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class FailureTest {
  @Test
  void shouldTakeAnAbsentWorldAsTransient() {
    assertThat(Failure.of(new SQLException("gone", "08006"))).isEqualTo(Failure.TRANSIENT);
    assertThat(Failure.of(new SQLException("shutting down", "57P01"))).isEqualTo(Failure.TRANSIENT);
    assertThat(Failure.of(new SQLException("deadlock", "40P01"))).isEqualTo(Failure.TRANSIENT);
    assertThat(Failure.of(new SQLException("no connection in time"))).isEqualTo(Failure.TRANSIENT);
    assertThat(Failure.of(new SQLException("disk full", "53100"))).isEqualTo(Failure.TRANSIENT);
    assertThat(Failure.of(new SQLException("locked", "55P03"))).isEqualTo(Failure.TRANSIENT);
    assertThat(Failure.of(new IOException("gone"))).isEqualTo(Failure.TRANSIENT);
    assertThat(Failure.of(new TimeoutException("gone"))).isEqualTo(Failure.TRANSIENT);
    assertThat(Failure.of(new InterruptedException())).isEqualTo(Failure.TRANSIENT);
  }

  @Test
  void shouldTakeALockThatIsNotReleasedAsAConflict() {
    assertThat(Failure.isConflict(new RuntimeException(new SQLException("locked", "55P03"))))
        .isTrue();
    assertThat(Failure.isConflict(new SQLException("disk full", "53100"))).isFalse();
  }

  @Test
  void shouldTakeAFaultOfTheEventAsPoison() {
    assertThat(Failure.of(new PoisonEventException("never"))).isEqualTo(Failure.POISON);
    assertThat(Failure.of(new SQLException("too long", "22001"))).isEqualTo(Failure.POISON);
    assertThat(Failure.of(new SQLException("not null", "23502"))).isEqualTo(Failure.POISON);
    assertThat(Failure.of(new SQLException("index row size", "54000"))).isEqualTo(Failure.POISON);
    assertThat(Failure.of(new JsonParseException(null, "no JSON"))).isEqualTo(Failure.POISON);
    assertThat(Failure.of(new NullPointerException())).isEqualTo(Failure.POISON);
  }

  @Test
  void shouldLookForTheReasonBelowWhatWasThrown() {
    assertThat(Failure.of(new IllegalStateException(new SQLException("gone", "08006"))))
        .isEqualTo(Failure.TRANSIENT);
    assertThat(Failure.of(new IllegalStateException(new SQLException("null", "23502"))))
        .isEqualTo(Failure.POISON);
  }

  @Test
  void shouldLookForTheReasonInWhatATransactionManagerSuppressed() {
    RuntimeException commit = new RuntimeException("could not commit");
    commit.addSuppressed(new XAException(XAException.XAER_RMFAIL));

    assertThat(Failure.of(commit)).isEqualTo(Failure.TRANSIENT);
  }

  @Test
  void shouldDescribeByKindAndNeverQuoteADatabase() {
    assertThat(Failure.describe(new RuntimeException(new SQLException("row (Ivan)", "23505"))))
        .isEqualTo("SQLSTATE 23505");
    assertThat(Failure.describe(new PoisonEventException("no such need")))
        .isEqualTo("no such need");
    assertThat(Failure.describe(new IllegalStateException("Ivan")))
        .isEqualTo("java.lang.IllegalStateException");
  }
}
