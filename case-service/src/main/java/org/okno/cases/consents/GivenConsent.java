package org.okno.cases.consents;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.okno.contracts.Codes;
import org.okno.contracts.Consent;
import org.okno.http.Problem.FieldError;

/** That the person agreed: part of a request, and of what HTTP shows. */
@Schema(name = "Consent", description = "That the person agreed, as staff recorded it")
public record GivenConsent(
    @JsonSetter(nulls = Nulls.FAIL)
        @Schema(
            description = "How the person agreed",
            examples = "by-phone",
            required = true,
            implementation = String.class,
            enumeration = {"in-person", "by-phone", "in-writing", "online"})
        ConsentForm how,
    @JsonSetter(nulls = Nulls.FAIL)
        @Schema(description = "When the person agreed; not in the future", required = true)
        Instant givenAt) {

  public static GivenConsent of(Consent consent) {
    return new GivenConsent(Codes.constant(ConsentForm.class, consent.how()), consent.givenAt());
  }

  /** Every validation error. */
  public List<FieldError> errors(String pointer, Instant now) {
    return givenAt.isAfter(now)
        ? List.of(
            new FieldError(pointer + "/givenAt", "expected a date-time that is not in the future"))
        : List.of();
  }

  /** As an event records it: date-times have milliseconds. */
  public Consent recorded() {
    return new Consent(how.code(), givenAt.truncatedTo(ChronoUnit.MILLIS));
  }
}
