package org.okno.intake.accesses;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.okno.intake.accesses.PersonalDataView.FeedbackPart;
import org.okno.intake.vault.OpenSealed.Opened;
import org.okno.intake.vault.PersonalData.Applicant;
import org.okno.intake.vault.PersonalData.Beneficiary;
import org.okno.intake.vault.PersonalData.Call;

class PersonalDataViewTest {
  private static final Opened OPENED =
      new Opened(
          Optional.of(
              new Applicant("Анна", "+79000000001", "anna@example.org", new Call("17", null))),
          Optional.of(
              new Beneficiary(
                  "Пётр", "+79000000002", LocalDate.of(1948, 5, 12), "ул. Примерная, 1", null)),
          Optional.of("Нужны продукты"));
  private static final List<FeedbackPart> FEEDBACK =
      List.of(new FeedbackPart("no", Instant.EPOCH, "open", "Не привезли"));

  @Test
  void shouldShowEverythingToWhoeverOpensTheWholeRequest() {
    PersonalDataView view = of(Part.all());

    assertThat(view.applicant().applicant()).isEqualTo(OPENED.applicant().orElseThrow());
    assertThat(view.beneficiary().beneficiary()).isEqualTo(OPENED.beneficiary().orElseThrow());
    assertThat(view.text().text()).isEqualTo("Нужны продукты");
    assertThat(view.feedback()).isEqualTo(FEEDBACK);
  }

  @Test
  void shouldShowOnlyThePartsThatAReferralNames() {
    PersonalDataView view = of(Part.named(Set.of("name", "address", "something-new")));

    assertThat(view.applicant().applicant()).isEqualTo(new Applicant("Анна", null, null, null));
    assertThat(requireNonNull(view.beneficiary().beneficiary()))
        .isEqualTo(new Beneficiary("Пётр", null, null, "ул. Примерная, 1", null));
    assertThat(view.text().state()).isEqualTo("closed");
    assertThat(view.text().text()).isNull();
    assertThat(view.feedback()).isEmpty();
  }

  private static PersonalDataView of(Set<Part> parts) {
    return PersonalDataView.of(UUID.randomUUID(), OPENED, List.of(), FEEDBACK, parts);
  }
}
