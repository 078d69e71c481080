package org.okno.intake.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.contracts.NeedSuggestion;
import org.okno.contracts.RequestedNeed;

/** The model that intake is delivered with, at texts that are none of its phrases. */
class NeedModelTest {
  private static final NeedModel MODEL =
      new NeedModel(7, Training.on(Phrases.shipped().examples()));

  @ParameterizedTest
  @CsvSource({
    "'Здравствуйте, пенсию задержали, дома нет продуктов, помогите едой', food",
    "'Бабушке прописали таблетки, а в аптеке их нет', medicine",
    "'Соседка говорит, муж её бьёт, она боится', violence-protection",
    "'Не с кем оставить дочку, пока мы на работе', child-care",
    "'Балаларға тамақ жоқ, азық-түлікпен көмектесіңізші', food",
    "'Паспортымды жоғалттым, жаңа құжат керек', documents",
    "'Жұмыстан шығып қалдым, жұмыс іздеп жүрмін', job",
    "'Nowhere to sleep tonight, I need a shelter', shelter",
    "'I need a lawyer, they did not pay my salary', legal",
    "'отключили электричество, сидим без света', utilities",
  })
  void shouldRecognizeANeedInThreeLanguages(String text, String need) {
    assertThat(needs(text)).first().extracting(SuggestedNeed::need).isEqualTo(need);
  }

  @Test
  void shouldRecognizeSeveralNeedsInOneText() {
    assertThat(needs("Маме нужны продукты и лекарства"))
        .extracting(SuggestedNeed::need)
        .containsExactlyInAnyOrder("food", "medicine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"😭😭😭", "...", "Здравствуйте", "hello", "рақмет", "42"})
  void shouldAbstainWhereATextTellsNothing(String text) {
    assertThat(needs(text)).extracting(SuggestedNeed::need).containsExactly(RequestedNeed.UNCLEAR);
  }

  @Test
  void shouldAbstainWithAtMostThreeCandidatesWhereNothingIsSureEnough() {
    List<SuggestedNeed> unsure = MODEL.needs("Отцу нужны продукты", need -> true, 1.01);

    assertThat(unsure)
        .singleElement()
        .satisfies(
            need -> {
              assertThat(need.need()).isEqualTo(RequestedNeed.UNCLEAR);
              assertThat(need.suggestion().model()).isEqualTo(7);
              assertThat(need.suggestion().confidence()).isNull();
              assertThat(need.suggestion().candidates())
                  .hasSizeBetween(1, 3)
                  .first()
                  .extracting(NeedSuggestion.NeedCandidate::need)
                  .isEqualTo("food");
            });
  }

  @Test
  void shouldSuggestNoNeedThatTheDirectoryLacks() {
    assertThat(MODEL.needs("Отцу нужны продукты", need -> !need.equals("food"), 0.5))
        .allSatisfy(
            need -> {
              assertThat(need.need()).isNotEqualTo("food");
              assertThat(need.suggestion().candidates())
                  .extracting(NeedSuggestion.NeedCandidate::need)
                  .doesNotContain("food");
            });
  }

  @Test
  void shouldNameTheWordsThatWeighedMost() {
    assertThat(MODEL.words("Добрый день, у отца закончились лекарства", "medicine"))
        .contains("лекарства")
        .hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void shouldReadBackWhatIsStored() throws IOException {
    byte[] file = NeedModel.file(MODEL.classifier());

    assertThat(NeedModel.read(7, file).needs("нужны продукты", need -> true, 0.5))
        .isEqualTo(needs("нужны продукты"));
    file[11] = 9;
    assertThatThrownBy(() -> NeedModel.read(7, file)).hasMessageContaining("of version 9");
  }

  @Test
  void shouldMeetWhatItPromisesAtPhrasesThatItDoesNotKnow() {
    Figures figures = PhraseFigures.of(Phrases.shipped().examples(), 0.5);

    assertThat(figures.precision()).isGreaterThan(0.6);
    assertThat(figures.amongThree()).isGreaterThan(0.5);
  }

  private static List<SuggestedNeed> needs(String text) {
    return MODEL.needs(text, need -> true, 0.5);
  }
}
