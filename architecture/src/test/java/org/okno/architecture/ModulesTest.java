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
    assertThat(Codebase.classFolders())
        .allSatisfy(
            folder ->
                assertThat(folder)
                    .as("%s; build it by ./mvnw -DskipTests package", Codebase.named(folder))
                    .isNotEmptyDirectory());
  }

  @Test
  void shouldListEveryModuleInTheRootPom() throws IOException {
    assertThat(foldersWithAPom()).containsExactlyInAnyOrderElementsOf(Codebase.modules());
  }

  @Test
  void shouldRunAfterEveryModuleThatHasClasses() {
    List<String> before =
        Codebase.modules().stream().takeWhile(module -> !module.equals("architecture")).toList();

    assertThat(Codebase.modules().stream().filter(Codebase::hasClasses)).isSubsetOf(before);
  }

  private static List<String> foldersWithAPom() throws IOException {
    int asDeepAsModulesAre = 2;
    try (Stream<Path> folders = Files.walk(Codebase.at(""), asDeepAsModulesAre)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(Codebase::named)
          .filter(folder -> !folder.isEmpty() && !folder.startsWith("target"))
          .toList();
    }
  }
}
