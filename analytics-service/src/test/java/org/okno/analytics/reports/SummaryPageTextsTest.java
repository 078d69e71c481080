package org.okno.analytics.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page {@code /} has the same texts in each of its languages. */
class SummaryPageTextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"ru", "kk"})
  void shouldHaveEachTextInEachLanguage(String language) throws IOException {
    String page = page();

    assertThat(keys(page, language)).isNotEmpty().containsExactlyElementsOf(keys(page, "en"));
    assertThat(page).contains("<button type=\"button\" lang=\"" + language + "\">");
  }

  @Test
  void shouldLetSomebodySignOut() throws IOException {
    assertThat(page())
        .contains("id=\"sign-out\" data-t=\"signOut\"", "sessionStorage.removeItem('token')");
  }

  private static List<String> keys(String page, String language) {
    int begin = page.indexOf("\n  " + language + ": {");
    String texts = page.substring(begin, page.indexOf("` }", begin));
    return Pattern.compile("(?<=[{,]\\s{1,12})(\\w+): (?=['(r])")
        .matcher(texts)
        .results()
        .map(key -> key.group(1))
        .toList();
  }

  private static String page() throws IOException {
    try (InputStream file =
        SummaryPageTextsTest.class.getResourceAsStream("/META-INF/resources/index.html")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    }
  }
}
