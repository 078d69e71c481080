package org.okno.cases.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.okno.cases.consents.ConsentForm;
import org.okno.cases.consents.GivenConsent;
import org.okno.cases.needs.DeclineReason;
import org.okno.cases.referrals.ReferralStep.Accept;
import org.okno.cases.referrals.ReferralStep.Refuse;
import org.okno.cases.referrals.ReferralStep.Result;
import org.okno.cases.referrals.ReferralStep.WithdrawConsent;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent.ReferralEvent;
import org.okno.contracts.CaseEvent.ReferralMade;
import org.okno.http.Problem.FieldError;

/** What can be done with a referral in each state, and what its events make of it. */
class ReferralStepTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");
  private static final Actor ACTOR = new Actor("b7c2", "specialist");
  private static final ReferralTerms TERMS =
      new ReferralTerms(
          "b",
          ReferralPurpose.ADVISE,
          List.of(PersonalDataPart.NAME, PersonalDataPart.TEXT),
          END,
          new GivenConsent(ConsentForm.BY_PHONE, NOW.minusSeconds(60)));

  private final ReferralRow made =
      ReferralRow.made(
          new ReferralMade(
              TERMS.referral(
                  UUID.randomUUID(),
                  UUID.randomUUID(),
                  UUID.randomUUID(),
                  "food",
                  "99701000",
                  new AgencyRef("a", "A"),
                  new AgencyRef("b", "B")),
              TERMS.consent().recorded(),
              NOW,
              ACTOR));

  @ParameterizedTest
  @CsvSource({
    "made,      acceptance refusal withdrawal",
    "accepted,  withdrawal",
    "declined,  ''",
    "withdrawn, ''"
  })
  void shouldAllowInEachStateWhatItSays(String state, String steps) {
    String possible = ReferralStep.possible(in(state).referral(), in(state).state(), NOW, ACTOR);

    assertThat(possible)
        .isEqualTo(
            steps.isEmpty()
                ? "Nothing is possible now."
                : "Possible now: " + steps.replace(" ", ", ") + ".");
  }

  @Test
  void shouldRepeatWhatSucceededAndRejectTheOpposite() {
    assertThat(decide("accepted", new Accept())).isInstanceOf(Result.Repeated.class);
    assertThat(decide("declined", new Refuse(DeclineReason.NO_CAPACITY)))
        .isInstanceOf(Result.Repeated.class);
    assertThat(decide("withdrawn", new WithdrawConsent())).isInstanceOf(Result.Repeated.class);
    assertThat(decide("accepted", new Refuse(DeclineReason.NO_CAPACITY)))
        .isEqualTo(Result.IS_ACCEPTED);
    assertThat(decide("declined", new Refuse(DeclineReason.DUPLICATE)))
        .isEqualTo(Result.IS_DECLINED);
    assertThat(decide("withdrawn", new Accept())).isEqualTo(Result.IS_WITHDRAWN);
  }

  @Test
  void shouldNotBeAcceptedAfterItsEnd() {
    assertThat(new Accept().decide(made.referral(), made.state(), END, ACTOR))
        .isEqualTo(Result.IS_OVER);
    assertThat(made.isOpen(END.minusMillis(1))).isTrue();
    assertThat(made.isOpen(END)).isFalse();
    assertThat(ReferralView.of(in("accepted"), END).status()).isEqualTo("ended");
    assertThat(ReferralView.of(in("declined"), END).status()).isEqualTo("declined");
  }

  @Test
  void shouldKeepWhatWasKnownThroughEveryState() {
    ReferralRow withdrawn = in("withdrawn");

    assertThat(withdrawn.version()).isEqualTo(3);
    assertThat(withdrawn.acceptedAt()).isEqualTo(NOW);
    assertThat(withdrawn.withdrawnAt()).isEqualTo(NOW);
    assertThat(withdrawn.consent()).isEqualTo(made.consent());
    assertThat(TERMS.areOf(withdrawn)).isTrue();
  }

  @Test
  void shouldNameEveryFieldThatIsWrong() {
    ReferralTerms wrong =
        new ReferralTerms(
            "a",
            ReferralPurpose.ADVISE,
            List.of(PersonalDataPart.NAME, PersonalDataPart.NAME),
            NOW,
            new GivenConsent(ConsentForm.ONLINE, NOW.plusSeconds(1)));

    assertThat(wrong.errors("a", NOW))
        .extracting(FieldError::pointer)
        .containsExactly("/toAgency", "/parts", "/endsAt", "/consent/givenAt");
    assertThat(TERMS.errors("a", NOW)).isEmpty();
    assertThat(TERMS.errors("a", END.minusSeconds(400L * 86_400)))
        .extracting(FieldError::pointer)
        .contains("/endsAt");
  }

  private Result decide(String state, ReferralStep step) {
    return step.decide(in(state).referral(), in(state).state(), NOW, ACTOR);
  }

  private ReferralRow in(String state) {
    return switch (state) {
      case "made" -> made;
      case "accepted" -> after(made, new Accept());
      case "declined" -> after(made, new Refuse(DeclineReason.NO_CAPACITY));
      case "withdrawn" -> after(in("accepted"), new WithdrawConsent());
      default -> throw new IllegalArgumentException(state);
    };
  }

  private static ReferralRow after(ReferralRow row, ReferralStep step) {
    if (step.decide(row.referral(), row.state(), NOW, ACTOR)
        instanceof Result.Changed(ReferralEvent event)) {
      return row.on(event);
    }
    throw new AssertionError("the step is not possible");
  }
}
