package org.okno.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentTest {
  private static final Document PAGE =
      new Document(
          Path.of("page.md"),
          """
          # A page: what it *says*
          See [the design](docs/design.md), [a part](docs/design.md#part), [the web](https://example.org) and `libs/lost`.
          Run `./okno demo`, then `./okno dead-letters list <topic>` or `./okno`; `text/csv` is no path, nor is `a b/c`.
          Each has `libs/<name>/pom.xml` and `libs/*/src`.
          ```sh
          ./okno test
          ./mvnw -q -pl contracts,libs/http test -Dx=y
          cat [not](a-link)
          ```
          """);

  @Test
  void shouldFindLinksWithinTheRepository() {
    assertThat(PAGE.links()).containsExactly("docs/design.md", "docs/design.md#part");
  }

  @Test
  void shouldFindPathsUpToTheirPlaceholders() {
    assertThat(PAGE.paths(Set.of("libs", "docs"))).containsExactly("libs/lost", "libs/", "libs/");
  }

  @Test
  void shouldFindCommandsInTextAndInBlocks() {
    assertThat(PAGE.commands()).containsExactly("demo", "dead-letters", "test");
  }

  @Test
  void shouldFindTheModulesOfABuild() {
    assertThat(PAGE.builds()).containsExactly("contracts", "libs/http");
  }

  @Test
  void shouldKnowItsAnchors() {
    assertThat(PAGE.hasAnchor("a-page-what-it-says")).isTrue();
    assertThat(PAGE.hasAnchor("another-page")).isFalse();
  }
}
