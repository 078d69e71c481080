package org.okno.intake.vault;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.intake.questionnaire.SubmittedQuestionnaire;

/**
 * What a request says about persons, part by part as it is sealed.
 *
 * <p>Where only some of it may be shown the rest is null; a name that was given is always sealed.
 *
 * @param text the request in the person's own words
 */
public record PersonalData(Applicant applicant, Beneficiary beneficiary, String text) {

  /** Who asked. */
  public record Applicant(
      @Schema(description = "Full name", examples = "Анна Примерова") @Nullable String name,
      @Schema(description = "Phone in E.164", examples = "+79000000001") @Nullable String phone,
      @Schema(description = "E-mail address", examples = "anna@example.org") @Nullable String email,
      @Schema(description = "The conversation in which they asked") @Nullable Call call) {}

  /** The conversation in which somebody asked. */
  @Schema(name = "PersonalDataCall", description = "The conversation in which the person asked")
  public record Call(
      @Schema(description = "Who took the call", examples = "operator-17")
          @Nullable String operator,
      @Schema(
              description = "Reference of the recording in the channel's software",
              examples = "rec-2026-000123")
          @Nullable String recording) {}

  /** Who needs help. */
  public record Beneficiary(
      @Schema(description = "Full name", examples = "Пётр Примеров") @Nullable String name,
      @Schema(description = "Phone in E.164", examples = "+79000000002") @Nullable String phone,
      @Schema(description = "Date of birth", examples = "1948-05-12") @Nullable LocalDate birthDate,
      @Schema(description = "Where help is needed", examples = "г. Волгостан, ул. Примерная, д. 1")
          @Nullable String address,
      @Schema(
              description = "The person's own address, where help is needed elsewhere",
              examples = "г. Волгостан, ул. Другая, д. 2")
          @Nullable String homeAddress) {}

  /** Who asks for themselves is both. */
  public static PersonalData of(SubmittedQuestionnaire form) {
    var call = form.call();
    var applicant =
        new Applicant(
            form.applicant().name(),
            form.applicant().phone(),
            form.applicant().email(),
            call == null ? null : new Call(call.operator(), call.recording()));
    return new PersonalData(applicant, beneficiary(form), form.text());
  }

  private static Beneficiary beneficiary(SubmittedQuestionnaire form) {
    var applicant = form.applicant();
    var other = form.beneficiary();
    if (other == null) {
      return new Beneficiary(applicant.name(), applicant.phone(), null, place(form), null);
    }
    String home = other.address();
    return new Beneficiary(
        other.name(),
        other.phone(),
        other.birthDate(),
        place(form),
        home == null || home.equals(form.place()) ? null : home);
  }

  /** The address with its point: whoever goes there needs both. */
  private static @Nullable String place(SubmittedQuestionnaire form) {
    var point = form.point();
    if (point == null) {
      return form.place();
    }
    String degrees = point.lat() + ", " + point.lon();
    return form.place() == null ? degrees : form.place() + " (" + degrees + ")";
  }

  // A record's own toString would write personal data into a log.
  @Override
  public String toString() {
    return "PersonalData";
  }
}
