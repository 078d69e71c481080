package org.okno.intake.correction;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.SealedBlock;
import org.okno.contracts.SealedData;
import org.okno.contracts.TerritoryRef;
import org.okno.intake.directory.Directory;
import org.okno.intake.directory.Directory.Channel;
import org.okno.intake.directory.Directory.Term;
import org.okno.intake.directory.Directory.Territory;
import org.okno.intake.questionnaire.QuestionnaireReader;
import org.okno.intake.questionnaire.SubmittedQuestionnaire;
import org.okno.intake.questionnaire.ValidationErrors;
import org.okno.intake.requests.StoredQuestionnaire;
import org.okno.intake.vault.PersonalData;

class PresentFormTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant NOW = Instant.parse("2026-03-02T06:15:31.482Z");
  private static final SealedBlock BLOCK = new SealedBlock(List.of(), "");
  private static final Directory DIRECTORY =
      new Directory(
          List.of(new Channel("hotline", "Горячая линия", "Сенім телефоны", "Hotline")),
          List.of(new Territory("02701301", "Район", "district", null, "Europe/Samara")),
          List.of(
              new Term("need", "food", "Продукты", "Food"),
              new Term("situation", "lost-job", "Потеря работы", "Lost job"),
              new Term("target-group", "disability", "Инвалидность", "Disability")));

  /** What is asked for is the same however it was written: nothing of it is lost. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'address': 'ул. Примерная, 1', 'point': {'lat': 54.31, 'lon': -48.39}}",
        "{'point': {'lat': 54.31, 'lon': 1.0E-5}}",
        "{'beneficiary': {'name': 'Пётр Примеров', 'phone': '+79000000002', 'birthDate': '1948-05-12'}}",
        "{'beneficiary': {'name': 'Пётр Примеров', 'address': 'ул. Другая, 2'}}",
        "{'beneficiary': {'name': 'Пётр', 'address': 'ул. Другая, 2'}, 'address': 'ул. Примерная, 1'}",
        "{'call': {'operator': 'operator-17', 'recording': 'rec-1'}}"
      })
  void shouldBeTheQuestionnaireThatSaysTheSame(String more) throws Exception {
    JsonNode posted =
        MergePatch.apply(
            JSON.readTree(
                """
                {"version": 2, "channel": "hotline", "requestedAt": "2026-03-02T09:12:00+03:00",
                 "territory": "02701301", "urgency": "urgent", "targetGroups": ["disability"],
                 "applicant": {"name": "Анна Примерова", "phone": "+79000000001", "email": "anna@example.org"},
                 "needs": [{"need": "food", "situation": "lost-job"}], "text": "Нужна помощь.", "consent": true}
                """),
            JSON.readTree(more.replace('\'', '"')));
    PersonalData data = PersonalData.of(read(posted));

    SubmittedQuestionnaire again = read(PresentForm.of(stored(posted), data));

    assertThat(PersonalData.of(again)).isEqualTo(data);
    assertThat(again.needs()).isEqualTo(read(posted).needs());
    assertThat(again.requestedAt()).isEqualTo(read(posted).requestedAt());
    assertThat(again.beneficiary() == null).isEqualTo(!posted.has("beneficiary"));
  }

  private static StoredQuestionnaire stored(JsonNode posted) {
    UUID applicant = new UUID(0, 1);
    return new StoredQuestionnaire(
        new Questionnaire(
            new UUID(0, 0),
            "7K3M-90QX-4Z",
            "hotline",
            Instant.parse("2026-03-02T06:12:00Z"),
            NOW,
            new TerritoryRef("02701301", "Europe/Samara"),
            applicant,
            posted.has("beneficiary") ? new UUID(0, 2) : applicant,
            List.of("disability"),
            "urgent",
            List.of(new RequestedNeed(new UUID(1, 1), "food", "lost-job")),
            new SealedData(BLOCK, BLOCK, BLOCK)),
        true,
        1);
  }

  private static SubmittedQuestionnaire read(JsonNode form) {
    ValidationErrors errors = new ValidationErrors();
    SubmittedQuestionnaire read = new QuestionnaireReader(DIRECTORY).read(form, NOW, errors);
    assertThat(errors.all()).isEmpty();
    return requireNonNull(read);
  }
}
