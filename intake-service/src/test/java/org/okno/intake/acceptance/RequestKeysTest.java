package org.okno.intake.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.okno.intake.questionnaire.SubmittedQuestionnaire;
import org.okno.intake.questionnaire.SubmittedQuestionnaire.Applicant;
import org.okno.intake.questionnaire.SubmittedQuestionnaire.Need;
import org.okno.intake.vault.BlindIndex;
import org.okno.intake.vault.Keyset;
import org.okno.intake.vault.VaultSettings;

class RequestKeysTest {
  private final BlindIndex index;

  RequestKeysTest(@TempDir Path folder) {
    index =
        new BlindIndex(new Keyset(new Settings(folder.resolve("keyset.json"), 1, Duration.ZERO)));
  }

  private record Settings(Path keyset, int cachedDataKeys, Duration cacheDataKeysFor)
      implements VaultSettings {}

  @Test
  void shouldRecognizeTheSameQuestionnaire() {
    assertThat(RequestKeys.of(form("hotline", "1", "Помогите"), "key", index))
        .isEqualTo(RequestKeys.of(form("hotline", "1", "Помогите"), "key", index));
  }

  @Test
  void shouldDistinguishAnotherQuestionnaire() {
    assertThat(RequestKeys.of(form("hotline", "1", "Помогите"), "key", index).body())
        .isNotEqualTo(RequestKeys.of(form("hotline", "1", "Помогите!"), "key", index).body());
  }

  @Test
  void shouldDistinguishTheIdsOfChannels() {
    assertThat(RequestKeys.of(form("hotline", "1", "x"), null, index).externalId())
        .isNotEqualTo(RequestKeys.of(form("web", "1", "x"), null, index).externalId());
    assertThat(RequestKeys.of(form("hotline", "1", "x"), "key", index).idempotencyKey())
        .isNotEqualTo(RequestKeys.of(form("web", "1", "x"), "key", index).idempotencyKey());
  }

  @Test
  void shouldNotShowAnId() {
    assertThat(
            RequestKeys.of(form("hotline", "+79000000001", "x"), "+79000000001", index).toString())
        .doesNotContain("7900");
  }

  private static SubmittedQuestionnaire form(String channel, String externalId, String text) {
    return new SubmittedQuestionnaire(
        channel,
        externalId,
        Instant.EPOCH,
        "02701301",
        new Applicant("Анна", null, null),
        null,
        null,
        null,
        List.of(),
        "normal",
        List.of(new Need("food", null)),
        text,
        true,
        null);
  }
}
