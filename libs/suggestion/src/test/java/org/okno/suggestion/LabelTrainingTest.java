package org.okno.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTrainingTest {
  private static final LabelClassifier TOPICS =
      LabelTraining.of(Phrases.topics(), Phrases.settings()).classifier();

  @ParameterizedTest
  @ValueSource(
      strings = {"лекарств нет в аптеке", "дәрі таба алмадым", "medicine for my mother, please"})
  void shouldRecogniseATopicInAPhraseItHasNotSeen(String text) {
    assertThat(TOPICS.candidates(text, List.of(), 1))
        .singleElement()
        .extracting(Candidate::label)
        .isEqualTo("medicine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "😭", "продукты и лекарства", "zzz qqq"})
  void shouldGiveProbabilitiesForAnyText(String text) {
    float[] probabilities = TOPICS.probabilities(text, List.of());
    assertThat(probabilities).hasSize(2);
    assertThat(probabilities[0] + probabilities[1]).isCloseTo(1, within(1e-4f));
  }

  @Test
  void shouldExplainByTheWordThatSpokeForTheLabel() {
    assertThat(TOPICS.explain("мне нужны лекарства", "medicine", 1))
        .singleElement()
        .extracting(WeighedWord::word)
        .isEqualTo("лекарства");
  }

  @Test
  void shouldExplainNothingForALabelItDoesNotKnow() {
    assertThat(TOPICS.explain("мне нужны лекарства", "fire", 3)).isEmpty();
  }

  @Test
  void shouldRefuseExamplesWithOneLabel() {
    List<Example> one = Phrases.FOOD.stream().map(text -> Example.of(text, "food")).toList();
    assertThatThrownBy(() -> LabelTraining.of(one, Phrases.settings()))
        .isInstanceOf(TrainingException.class)
        .hasMessage("The examples have 1 label(s): at least two are required");
  }

  @Test
  void shouldTrainTheSameFromTheSame() {
    LabelClassifier again = LabelTraining.of(Phrases.topics(), Phrases.settings()).classifier();
    String text = "продукты для мамы";
    assertThat(again.probabilities(text, List.of()))
        .containsExactly(TOPICS.probabilities(text, List.of()), within(1e-6f));
  }

  @Test
  void shouldHoldOutTheLatestWhereExamplesAreOrdered() {
    LabelTraining training = LabelTraining.of(Phrases.topics(), Phrases.settings(true));
    assertThat(training.heldOut()).containsExactly(12, 13, 14, 15);
    assertThat(training.heldOutProbabilities()).hasSize(4);
  }
}
