package org.okno.intake.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.okno.http.ProblemException;

/** Who guesses tracking numbers is stopped; who mistypes one is not. */
class WrongNumbersTest {
  private final AtomicLong nanos = new AtomicLong();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final WrongNumbers wrongNumbers = new WrongNumbers(3, time(), metrics);

  @Test
  void shouldRefuseAnAddressThatTriedTooManyUntilSomeTimePassed() {
    ClientAddress guesser = ClientAddress.of("192.0.2.7");
    for (int i = 0; i < 3; i++) {
      wrongNumbers.requireFew(guesser);
      wrongNumbers.count(guesser);
    }

    assertThatThrownBy(() -> wrongNumbers.requireFew(guesser))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(429);
              assertThat(e.problem().retryAfterSeconds()).isBetween(200, 202);
            });
    assertThatCode(() -> wrongNumbers.requireFew(ClientAddress.of("192.0.2.8")))
        .as("somebody else")
        .doesNotThrowAnyException();
    nanos.addAndGet(Duration.ofSeconds(202).toNanos());
    assertThatCode(() -> wrongNumbers.requireFew(guesser)).doesNotThrowAnyException();
    assertThat(counted("unknown")).isEqualTo(3);
    assertThat(counted("throttled")).isEqualTo(1);
  }

  @Test
  void shouldTakeTheAddressesOfOneNetworkForOne() {
    assertThat(ClientAddress.of("2001:db8::1")).isEqualTo(ClientAddress.of("2001:db8::ffff:2"));
    assertThat(ClientAddress.of("2001:db8::1")).isNotEqualTo(ClientAddress.of("2001:db8:0:1::1"));
    assertThat(ClientAddress.of("192.0.2.7")).isNotEqualTo(ClientAddress.of("192.0.2.8"));
    assertThat(ClientAddress.of("no address")).isEqualTo(ClientAddress.of("nor this"));
  }

  private double counted(String outcome) {
    return metrics.counter("okno.intake.tracking.wrong.numbers", "outcome", outcome).count();
  }

  private TimeMeter time() {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return nanos.get();
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }
}
