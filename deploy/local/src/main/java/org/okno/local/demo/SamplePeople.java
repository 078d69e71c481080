package org.okno.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Fictitious people. The same seed generates the same people, so that a test can search for their
 * names where none may appear.
 */
public final class SamplePeople {
  private static final List<String> FAMILY =
      List.of(
          "Выдумкин",
          "Небылицын",
          "Сказочников",
          "Присочинский",
          "Мнимов",
          "Вообразин",
          "Примеров",
          "Образцовский",
          "Придумский",
          "Иксов",
          "Игрекин",
          "Зетов");
  private static final List<String> GIVEN =
      List.of(
          "Мария", "Анна", "Ольга", "Пётр", "Иван", "Семён", "Зоя", "Вера", "Лев", "Ада", "Марк",
          "Нина");
  private static final List<String> STREETS =
      List.of("Нигдейная", "Небывалая", "Вымышленная", "Сказочная", "Придуманная");

  private final Random random;
  private final List<Person> all = new ArrayList<>();

  public SamplePeople(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A person.
   *
   * @param phone E.164
   * @param address to the house
   */
  public record Person(String name, String phone, String address) {}

  /** A new person, or sometimes an earlier one. */
  public Person next() {
    if (all.size() > 20 && random.nextInt(10) == 0) {
      return all.get(random.nextInt(all.size()));
    }
    Person person =
        new Person(
            pick(FAMILY) + " " + pick(GIVEN) + " №" + (all.size() + 1),
            "+7927%07d".formatted(random.nextInt(10_000_000)),
            "ул. %s, д. %d, кв. %d"
                .formatted(pick(STREETS), 1 + random.nextInt(99), 1 + random.nextInt(200)));
    all.add(person);
    return person;
  }

  /** All persons generated so far. */
  public List<Person> all() {
    return List.copyOf(all);
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
