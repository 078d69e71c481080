package org.okno.intake.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.okno.intake.questionnaire.FilledQuestionnaire;

/**
 * What a request says of persons, part by part as it is sealed.
 *
 * @param text the request in the person's own words
 */
public record PersonalData(Applicant applicant, Beneficiary beneficiary, String text) {

  /** Who asked. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Applicant(String name, @Nullable String phone, @Nullable String email) {}

  /**
   * Who needs help.
   *
   * @param address where help is needed
   * @param homeAddress the beneficiary's address, where help is needed somewhere else
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Beneficiary(
      String name,
      @Nullable String phone,
      @Nullable LocalDate birthDate,
      @Nullable String address,
      @Nullable String homeAddress) {}

  /** Who asks for themselves is both. */
  public static PersonalData of(FilledQuestionnaire form) {
    var asked = form.applicant();
    var applicant = new Applicant(asked.name(), asked.phone(), asked.email());
    var other = form.beneficiary();
    if (other == null) {
      return new PersonalData(
          applicant,
          new Beneficiary(asked.name(), asked.phone(), null, form.address(), null),
          form.text());
    }
    String home = other.address();
    String place = form.address() == null ? home : form.address();
    return new PersonalData(
        applicant,
        new Beneficiary(
            other.name(),
            other.phone(),
            other.birthDate(),
            place,
            home == null || home.equals(place) ? null : home),
        form.text());
  }

  // A record's own toString would bring personal data into a log.
  @Override
  public String toString() {
    return "PersonalData";
  }
}
