package org.okno.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page tells people to open or to type is there. */
class DocumentsTest {
  private static final String COMMAND = "picocli.CommandLine$Command";

  @ParameterizedTest
  @MethodSource("documents")
  void shouldLinkToWhatIsThere(Document document) {
    assertThat(document.links().filter(link -> !leadsSomewhere(document, link)))
        .as("links in %s that lead nowhere", document)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void shouldNamePathsThatAreThere(Document document) throws IOException {
    assertThat(document.paths(atTheRoot()).filter(path -> !Files.exists(Codebase.at(path))))
        .as("paths in %s that are not there", document)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void shouldNameCommandsThatAreThere(Document document) {
    assertThat(commands())
        .as("commands of ./okno, which %s names", document)
        .containsAll(document.commands().toList());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void shouldBuildModulesThatAreThere(Document document) {
    assertThat(document.builds().filter(module -> !module.contains("<")))
        .as("modules that %s says to build", document)
        .isSubsetOf(Codebase.modules());
  }

  static List<Document> documents() {
    return Document.all();
  }

  private static boolean leadsSomewhere(Document from, String link) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = path.isEmpty() ? from.file() : from.file().resolveSibling(path).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return hash < 0
        || !target.toString().endsWith(".md")
        || new Document(target, Codebase.read(target)).hasAnchor(link.substring(hash + 1));
  }

  private static Set<String> atTheRoot() throws IOException {
    try (Stream<Path> entries = Files.list(Codebase.at(""))) {
      return Stream.concat(
              entries.map(entry -> entry.getFileName().toString()),
              Codebase.modules().stream().map(module -> module.replaceFirst("/.*", "")))
          .filter(name -> !name.equals("target"))
          .collect(Collectors.toSet());
    }
  }

  private static final Pattern ROUTED = Pattern.compile("\\[ \"\\$\\{1:-\\}\" = (\\w+) ]");

  /**
   * The commands that {@code deploy/local} lists, and those that the start script answers itself.
   */
  private static Set<String> commands() {
    Stream<String> routed =
        ROUTED.matcher(Codebase.read(Codebase.at("okno"))).results().map(found -> found.group(1));
    return Stream.concat(listed(), routed).collect(Collectors.toSet());
  }

  private static Stream<String> listed() {
    JavaClass[] subcommands =
        (JavaClass[])
            command(Codebase.CLASSES.get("org.okno.local.Main")).get("subcommands").orElseThrow();
    return Arrays.stream(subcommands)
        .map(subcommand -> (String) command(subcommand).get("name").orElseThrow());
  }

  private static JavaAnnotation<JavaClass> command(JavaClass type) {
    return type.getAnnotationOfType(COMMAND);
  }
}
