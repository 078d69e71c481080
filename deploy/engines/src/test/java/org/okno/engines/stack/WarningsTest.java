package org.okno.engines.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.okno.engines.postgres.ReplicationSlot;

class WarningsTest {

  private static final long MUCH = 1L << 40;

  @Test
  void shouldSayNothingWhenAllIsWell() {
    assertThat(Warnings.of(List.of(new ReplicationSlot("okno_case", false, 1000)), MUCH)).isEmpty();
  }

  @Test
  void shouldNameASlotThatLagsAndOneThatIsLost() {
    var slots =
        List.of(
            new ReplicationSlot("okno_case", false, 3L << 30),
            new ReplicationSlot("okno_intake", true, 0));

    assertThat(Warnings.of(slots, MUCH))
        .satisfiesExactly(
            lags -> assertThat(lags).contains("okno_case", "3072 MiB"),
            lost -> assertThat(lost).contains("okno_intake", "lost"));
  }

  @Test
  void shouldWarnBeforeTheDiskIsFull() {
    assertThat(Warnings.of(List.of(), 1L << 30)).singleElement().asString().contains("1024 MiB");
  }
}
