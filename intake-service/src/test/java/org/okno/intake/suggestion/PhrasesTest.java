package org.okno.intake.suggestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.okno.suggestion.Example;

class PhrasesTest {
  private static final Set<String> LANGUAGES = Set.of("ru", "kk", "en");
  private static final int LEAST = 12;
  private static final Pattern PHONE_OR_MAIL = Pattern.compile("\\d{4,}|@");

  @Test
  void shouldHaveEnoughPhrasesOfEachNeedInEachLanguage() throws IOException {
    List<String[]> rows = rows();
    Set<String> needs =
        Phrases.shipped().examples().stream()
            .flatMap(example -> example.labels().stream())
            .collect(Collectors.toSet());

    assertThat(needs).hasSize(20);
    for (String need : needs) {
      for (String language : LANGUAGES) {
        assertThat(rows.stream().filter(row -> row[0].equals(need) && row[1].equals(language)))
            .as(need + " " + language)
            .hasSizeGreaterThanOrEqualTo(LEAST);
      }
    }
  }

  @Test
  void shouldNameNobodyAndRepeatNothing() throws IOException {
    assertThat(rows()).allSatisfy(row -> assertThat(LANGUAGES).contains(row[1]));
    assertThat(Phrases.shipped().examples())
        .extracting(Example::text)
        .doesNotHaveDuplicates()
        .noneMatch(text -> PHONE_OR_MAIL.matcher(text).find());
  }

  private static List<String[]> rows() throws IOException {
    try (var file = Objects.requireNonNull(Phrases.class.getResourceAsStream("phrases.tsv"))) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .skip(1)
          .map(l -> l.split("\t"))
          .toList();
    }
  }
}
