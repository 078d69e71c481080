package org.okno.routing.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.okno.routing.triage.ClaimResult.Changed;
import org.okno.routing.triage.ClaimResult.Rejected;
import org.okno.routing.triage.ClaimResult.Repeated;
import org.okno.routing.triage.TriageClaim.By;
import org.okno.routing.triage.TriageClaim.Nobody;

class ClaimStepTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:15:32Z");
  private static final Duration LASTS = Duration.ofMinutes(30);
  private static final Instant LATER = NOW.plus(LASTS);
  private static final By ANNAS = new By("anna", NOW.plusSeconds(60));

  @Test
  void shouldGiveAnEntryThatNobodyHasToWhoeverClaimsIt() {
    assertThat(claim(new Nobody(), "anna")).isEqualTo(new Changed(new By("anna", LATER)));
  }

  @Test
  void shouldBeginTheTimeOfAClaimAnewWhenItIsRepeated() {
    assertThat(claim(ANNAS, "anna")).isEqualTo(new Repeated(new By("anna", LATER)));
  }

  @Test
  void shouldNameWhoHasTheEntry() {
    Rejected rejected =
        new Rejected("Dispatcher anna works on the entry until 2026-03-02T06:16:32Z.");

    assertThat(claim(ANNAS, "boris")).isEqualTo(rejected);
    assertThat(release(ANNAS, "boris")).isEqualTo(rejected);
    assertThat(rejected.asException().problem().status()).isEqualTo(409);
  }

  @Test
  void shouldReleaseAnEntryOnceAndSucceedAgain() {
    assertThat(release(ANNAS, "anna")).isEqualTo(new Changed(new Nobody()));
    assertThat(release(new Nobody(), "anna")).isEqualTo(new Repeated(new Nobody()));
  }

  @Test
  void shouldEndAClaimByItself() {
    assertThat(TriageClaim.at(ANNAS.until().minusMillis(1), "anna", ANNAS.until()))
        .isEqualTo(ANNAS);
    assertThat(TriageClaim.at(ANNAS.until(), "anna", ANNAS.until())).isEqualTo(new Nobody());
    assertThat(TriageClaim.at(NOW, null, null)).isEqualTo(new Nobody());
  }

  @Test
  void shouldKeepAnotherDispatcherFromSettlingAnEntryThatIsClaimed() {
    assertThat(ANNAS.isOfAnotherThan("boris")).isTrue();
    assertThat(ANNAS.isOfAnotherThan("anna")).isFalse();
    assertThat(new Nobody().isOfAnotherThan("boris")).isFalse();
  }

  private static ClaimResult claim(TriageClaim claim, String dispatcher) {
    return new ClaimStep.Claim().decide(claim, dispatcher, NOW, LASTS);
  }

  private static ClaimResult release(TriageClaim claim, String dispatcher) {
    return new ClaimStep.Release().decide(claim, dispatcher, NOW, LASTS);
  }
}
