package org.okno.intake.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent.ReferralAccepted;
import org.okno.contracts.CaseEvent.ReferralConsentWithdrawn;
import org.okno.contracts.CaseEvent.ReferralDeclined;
import org.okno.contracts.CaseEvent.ReferralMade;
import org.okno.contracts.Consent;
import org.okno.contracts.Referral;

class ReferredRequestTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
  private static final Actor ACTOR = new Actor("somebody", "specialist");

  private final Referral made =
      new Referral(
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          "food",
          "99701000",
          new AgencyRef("a", "A"),
          new AgencyRef("b", "B"),
          "advise",
          List.of("name"),
          AT.plusSeconds(3600),
          1);

  @Test
  void shouldOpenWhatWasAgreedToTheOtherAgencyOnceItAccepted() {
    ReferredRequest opened =
        ReferredRequest.of(new ReferralAccepted(made.next(), AT, ACTOR)).orElseThrow();

    assertThat(opened)
        .isEqualTo(
            new ReferredRequest(
                made.id(), made.requestId(), "b", List.of("name"), made.endsAt(), true, 2));
  }

  @Test
  void shouldOpenNothingBeforeItAcceptedOrWhereItDeclined() {
    assertThat(ReferredRequest.of(new ReferralMade(made, new Consent("online", AT), AT, ACTOR)))
        .isEmpty();
    assertThat(ReferredRequest.of(new ReferralDeclined(made.next(), "duplicate", AT, ACTOR)))
        .isEmpty();
  }

  @Test
  void shouldStayClosedAfterAWithdrawalInWhicheverOrderTheEventsCome() {
    ReferredRequest accepted =
        ReferredRequest.of(new ReferralAccepted(made.next(), AT, ACTOR)).orElseThrow();
    ReferredRequest withdrawn =
        ReferredRequest.of(new ReferralConsentWithdrawn(made.next().next(), AT, ACTOR))
            .orElseThrow();

    assertThat(ReferredRequest.newer(accepted, withdrawn).isOpen()).isFalse();
    assertThat(ReferredRequest.newer(withdrawn, accepted).isOpen()).isFalse();
  }
}
