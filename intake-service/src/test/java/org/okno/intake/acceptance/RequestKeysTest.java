package org.okno.intake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.okno.intake.questionnaire.FilledQuestionnaire;
import org.okno.intake.questionnaire.FilledQuestionnaire.Applicant;
import org.okno.intake.questionnaire.FilledQuestionnaire.AskedNeed;
import org.okno.intake.vault.BlindIndex;
import org.okno.intake.vault.Keyset;

class RequestKeysTest {
  private final BlindIndex index = new BlindIndex(Keyset.generate().mac());

  @Test
  void shouldKnowTheSameQuestionnaireAgain() {
    assertThat(RequestKeys.of(form("hotline", "1", "Помогите"), "key", index))
        .isEqualTo(RequestKeys.of(form("hotline", "1", "Помогите"), "key", index));
  }

  @Test
  void shouldTellAnotherQuestionnaireApart() {
    assertThat(RequestKeys.of(form("hotline", "1", "Помогите"), "key", index).body())
        .isNotEqualTo(RequestKeys.of(form("hotline", "1", "Помогите!"), "key", index).body());
  }

  @Test
  void shouldKeepTheIdsOfChannelsApart() {
    assertThat(RequestKeys.of(form("hotline", "1", "x"), null, index).externalId())
        .isNotEqualTo(RequestKeys.of(form("web", "1", "x"), null, index).externalId());
  }

  @Test
  void shouldNotShowAnId() {
    assertThat(
            RequestKeys.of(form("hotline", "+79000000001", "x"), "+79000000001", index).toString())
        .doesNotContain("7900");
  }

  private static FilledQuestionnaire form(String channel, String externalId, String text) {
    return new FilledQuestionnaire(
        channel,
        externalId,
        Instant.EPOCH,
        "02701301",
        new Applicant("Анна", null, null),
        null,
        null,
        List.of(),
        "normal",
        List.of(new AskedNeed("food", null)),
        text,
        true);
  }
}
