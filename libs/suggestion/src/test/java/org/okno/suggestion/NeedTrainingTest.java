package org.okno.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedTrainingTest {
  private static final NeedClassifier NEEDS =
      new NeedTraining(Phrases.settings(), 2).train(Phrases.needs());

  @Test
  void shouldFindSeveralNeedsInOneText() {
    assertThat(labels("Маме нужны продукты и лекарства")).contains("food", "medicine");
  }

  @Test
  void shouldFindOneNeed() {
    assertThat(labels("нужны продукты детям")).containsExactly("food");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "😭😭😭", "добрый день", "hello"})
  void shouldAbstainWhereATextTellsNothing(String text) {
    assertThat(labels(text)).isEmpty();
  }

  @Test
  void shouldGiveEachNeedAProbability() {
    assertThat(Arrays.stream(NEEDS.probabilities("нужны продукты", List.of())).boxed())
        .hasSize(2)
        .allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
  }

  @Test
  void shouldNotTakeLongOverAMegabyte() {
    String text = "помогите ".repeat(120_000);
    long begin = System.nanoTime();
    labels(text);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void shouldRefuseExamplesThatAllHaveTheSameLabel() {
    List<Example> one = Phrases.FOOD.stream().map(text -> Example.of(text, "food")).toList();
    assertThatThrownBy(() -> new NeedTraining(Phrases.settings(), 2).train(one))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("no label");
  }

  private static List<String> labels(String text) {
    return NEEDS.candidates(text, List.of()).stream().map(Candidate::label).sorted().toList();
  }
}
