package org.okno.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That these tests see everything there is. */
class ModulesTest {

  @Test
  void shouldFindTheClassesOfEveryModule() {
    assertThat(House.classFolders())
        .allSatisfy(
            folder ->
                assertThat(folder)
                    .as("%s; build it by ./mvnw -DskipTests package", House.named(folder))
                    .isNotEmptyDirectory());
  }

  @Test
  void shouldListEveryModuleInTheRootPom() throws IOException {
    assertThat(foldersWithAPom()).containsExactlyInAnyOrderElementsOf(House.modules());
  }

  @Test
  void shouldRunAfterEveryModuleThatHasClasses() {
    List<String> before =
        House.modules().stream().takeWhile(module -> !module.equals("architecture")).toList();

    assertThat(House.modules().stream().filter(House::hasClasses)).isSubsetOf(before);
  }

  private static List<String> foldersWithAPom() throws IOException {
    int asDeepAsModulesAre = 2;
    try (Stream<Path> folders = Files.walk(House.at(""), asDeepAsModulesAre)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(House::named)
          .filter(folder -> !folder.isEmpty() && !folder.startsWith("target"))
          .toList();
    }
  }
}
