package org.okno.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The access table says something of every endpoint, of no other, and the document shows it. */
class AccessTableTest {
  private static final String PATH = "jakarta.ws.rs.Path";
  private static final String CLIENT =
      "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";
  private static final Map<String, String> SERVICES =
      Map.of(
          "intake", "org.okno.intake",
          "routing", "org.okno.routing",
          "case", "org.okno.cases",
          "analytics", "org.okno.analytics");
  private static final List<String> VERBS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private record Line(String service, String endpoint, String role, String rows) {
    static Line of(String text) {
      String[] columns = text.split(",");
      return new Line(columns[0], columns[1] + " " + columns[2], columns[3], columns[4]);
    }

    String who() {
      return switch (rows) {
        case "all" -> role;
        default -> role + " (" + rows.replace('-', ' ') + ")";
      };
    }
  }

  private static final List<Line> TABLE =
      Codebase.read(Codebase.at("libs/identity/src/main/resources/org/okno/identity/access.csv"))
          .lines()
          .skip(1)
          .map(Line::of)
          .toList();

  @Test
  void shouldHaveALineForEveryEndpointAndAnEndpointForEveryLine() {
    assertThat(TABLE.stream().map(line -> line.service() + " " + line.endpoint()))
        .containsAll(endpoints());
    assertThat(endpoints())
        .isNotEmpty()
        .containsAll(
            TABLE.stream().map(line -> line.service() + " " + line.endpoint()).collect(toSet()));
  }

  @Test
  void shouldHaveEveryLineOnce() {
    assertThat(TABLE.stream().map(line -> line.service() + line.endpoint() + line.role()))
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldShowTheTableInItsDocument() {
    List<String> shown =
        Codebase.read(Codebase.at("docs/security.md"))
            .lines()
            .filter(line -> VERBS.stream().anyMatch(verb -> line.startsWith("| `" + verb + " ")))
            .toList();

    assertThat(shown)
        .as("the rows of docs/security.md that must be:%n%s", String.join("\n", rows()))
        .containsExactlyElementsOf(rows());
  }

  private static List<String> rows() {
    return TABLE.stream()
        .collect(
            groupingBy(
                line -> "| `" + line.endpoint() + "` | " + line.service() + " | ",
                LinkedHashMap::new,
                mapping(Line::who, joining(", "))))
        .entrySet()
        .stream()
        .map(row -> row.getKey() + row.getValue() + " |")
        .toList();
  }

  /** {@code case GET /v1/cases}, for each method of a resource. */
  private static Set<String> endpoints() {
    return Codebase.CLASSES.stream()
        .filter(type -> type.isAnnotatedWith(PATH) && !type.isAnnotatedWith(CLIENT))
        .flatMap(type -> type.getMethods().stream().flatMap(method -> endpoint(type, method)))
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<String> endpoint(JavaClass type, JavaMethod method) {
    return VERBS.stream()
        .filter(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb))
        .map(verb -> service(type) + " " + verb + " " + path(type, method));
  }

  private static String service(JavaClass type) {
    return SERVICES.entrySet().stream()
        .filter(service -> type.getPackageName().startsWith(service.getValue() + "."))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("no service");
  }

  private static String path(JavaClass type, JavaMethod method) {
    return Stream.of(part(type), part(method))
        .flatMap(part -> Arrays.stream(part.split("/")))
        .filter(part -> !part.isEmpty())
        .collect(joining("/", "/", ""));
  }

  private static String part(CanBeAnnotated element) {
    if (!element.isAnnotatedWith(PATH)) {
      return "";
    }
    JavaAnnotation<?> path =
        element instanceof JavaClass type
            ? type.getAnnotationOfType(PATH)
            : ((JavaMethod) element).getAnnotationOfType(PATH);
    return path.get("value").map(String::valueOf).orElse("");
  }
}
