package org.okno.intake.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.okno.suggestion.Example;
import org.okno.suggestion.NeedClassifier;
import org.okno.suggestion.TrainingException;

class FiguresTest {
  private static final List<Example> PHRASES = Phrases.shipped().examples();

  @Test
  void shouldCountWhatWasFoundAndWhatWasMissed() {
    NeedClassifier classifier = Training.on(PHRASES);
    List<Example> texts =
        List.of(
            Example.of("Нужны продукты", "food"),
            Example.of("Нужны продукты, нечего есть", "legal"),
            Example.of("😭", "food"));

    Figures figures = Figures.of(classifier, texts, 0.3);

    assertThat(figures.examples()).isEqualTo(3);
    assertThat(figures.precision()).isEqualTo(0.5);
    assertThat(figures.recall()).isEqualTo(0.333);
    assertThat(figures.f1()).isEqualTo(0.4);
    assertThat(figures.abstained()).isEqualTo(0.333);
  }

  @Test
  void shouldHaveFiguresOfNothing() {
    assertThat(Figures.of(Training.on(PHRASES), List.of(), 0.5))
        .isEqualTo(new Figures(0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void shouldLearnNothingOfExamplesWithOneNeed() {
    List<Example> one = PHRASES.stream().map(phrase -> Example.of(phrase.text(), "food")).toList();

    assertThatThrownBy(() -> Training.on(one))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("no label");
  }
}
