package org.okno.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Made-up requests in Russian, Kazakh and English. */
final class Phrases {
  static final List<String> FOOD =
      List.of(
          "Нужны продукты, дома нечего есть",
          "Прошу помочь с продуктами для детей",
          "Закончились продукты и крупы",
          "Помогите продуктовым набором",
          "Тамақ жоқ, азық-түлік керек",
          "Балаларға азық-түлік қажет",
          "We have no food left",
          "Please bring food for the children");
  static final List<String> MEDICINE =
      List.of(
          "Не могу купить лекарства для мамы",
          "Нужно лекарство от давления",
          "В аптеке нет лекарств по рецепту",
          "Закончились таблетки, нужны лекарства",
          "Дәрі керек, дәріханада жоқ",
          "Анама дәрі-дәрмек қажет",
          "My mother needs her medicine",
          "The pharmacy has no medicine");
  static final List<String> BOTH =
      List.of(
          "Нужны продукты и лекарства",
          "Нет ни продуктов, ни лекарств для мамы",
          "Азық-түлік пен дәрі керек",
          "We need food and medicine");
  static final List<String> NEITHER =
      List.of(
          "Спасибо за помощь",
          "Когда перезвоните?",
          "Рахмет сізге",
          "Hello, is anybody there",
          "Добрый день",
          "Это проверка связи");

  private Phrases() {}

  static List<Example> needs() {
    List<Example> examples = new ArrayList<>();
    FOOD.forEach(text -> examples.add(example(text, Set.of("food"))));
    MEDICINE.forEach(text -> examples.add(example(text, Set.of("medicine"))));
    BOTH.forEach(text -> examples.add(example(text, Set.of("food", "medicine"))));
    NEITHER.forEach(text -> examples.add(example(text, Set.of())));
    return examples;
  }

  static List<Example> topics() {
    List<Example> examples = new ArrayList<>();
    FOOD.forEach(text -> examples.add(Example.of(text, "food")));
    MEDICINE.forEach(text -> examples.add(Example.of(text, "medicine")));
    return examples;
  }

  /** Small and quick, for these few. */
  static TrainingSettings settings() {
    return settings(false);
  }

  static TrainingSettings settings(boolean ordered) {
    return new TrainingSettings(1, 10_000, 1, true, 8, 1, 20, 0.05f, 0.1f, 0.25, ordered);
  }

  private static Example example(String text, Set<String> labels) {
    return new Example(text, List.of(), labels);
  }
}
