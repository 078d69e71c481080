package org.okno.cases.referrals;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.okno.cases.consents.GivenConsent;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.Referral;
import org.okno.http.Problem.FieldError;

/** To whom a need is referred, for what, and what the person agreed to; the body of the request. */
@Schema(
    name = "ReferralTerms",
    description = "To whom a need is referred, and what the person agreed to")
record ReferralTerms(
    @JsonSetter(nulls = Nulls.FAIL)
        @Schema(
            description = "Id of the other agency. Ids: GET /v1/directory/agencies of routing",
            examples = "food-bank",
            required = true)
        String toAgency,
    @JsonSetter(nulls = Nulls.FAIL)
        @Schema(
            description = "What the other agency is asked for",
            examples = "help-together",
            required = true,
            implementation = String.class,
            enumeration = {"take-over", "help-together", "assess", "advise"})
        ReferralPurpose purpose,
    @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
        @Schema(
            description =
                "The parts of the personal data that the other agency may open once it accepted;"
                    + " each once. text: the request in the person's words, and what they said later",
            examples = "[\"name\", \"phone\"]",
            required = true,
            uniqueItems = true)
        List<PersonalDataPart> parts,
    @JsonSetter(nulls = Nulls.FAIL)
        @Schema(
            description = "Until when: in the future, at most 366 days ahead",
            examples = "2026-04-01T00:00:00.000Z",
            required = true)
        Instant endsAt,
    @JsonSetter(nulls = Nulls.FAIL)
        @Schema(description = "That the person agreed to all of this", required = true)
        GivenConsent consent) {
  private static final Duration LONGEST = Duration.ofDays(366);

  /** Every validation error that the terms show by themselves. */
  List<FieldError> errors(String fromAgency, Instant now) {
    List<FieldError> errors = new ArrayList<>();
    if (toAgency.equals(fromAgency)) {
      errors.add(new FieldError("/toAgency", "expected another agency than your own"));
    }
    if (parts.stream().distinct().count() < parts.size()) {
      errors.add(new FieldError("/parts", "expected each part once"));
    }
    if (!endsAt.isAfter(now) || endsAt.isAfter(now.plus(LONGEST))) {
      errors.add(
          new FieldError("/endsAt", "expected a date-time in the future, at most 366 days ahead"));
    }
    errors.addAll(consent.errors("/consent", now));
    return errors;
  }

  /** The referral of a need on these terms. */
  Referral referral(
      UUID id,
      UUID requestId,
      UUID needId,
      String need,
      String territory,
      AgencyRef from,
      AgencyRef to) {
    return new Referral(
        id,
        requestId,
        needId,
        need,
        territory,
        from,
        to,
        purpose.code(),
        parts.stream().map(PersonalDataPart::code).toList(),
        endsAt.truncatedTo(ChronoUnit.MILLIS),
        1);
  }

  /** Whether a referral to the same agency has the same terms: the request is repeated. */
  boolean areOf(ReferralRow row) {
    return row.purpose().equals(purpose.code())
        && row.parts().equals(parts.stream().map(PersonalDataPart::code).toList())
        && row.endsAt().equals(endsAt.truncatedTo(ChronoUnit.MILLIS))
        && row.consent().equals(consent.recorded());
  }
}
