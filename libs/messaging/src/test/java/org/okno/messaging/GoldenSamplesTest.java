package org.okno.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.okno.contracts.EventType;

class GoldenSamplesTest {

  @ParameterizedTest
  @EnumSource
  void shouldReadAndWriteTheSampleOfEveryType(EventType type) {
    GoldenSamples.shouldBeReadAndWritten(type);
  }

  @ParameterizedTest
  @EnumSource
  void shouldHoldAnEventOfItsType(EventType type) {
    assertThat(EventType.of(GoldenSamples.event(type))).isEqualTo(type);
  }
}
