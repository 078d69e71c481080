package org.okno.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Events that are in somebody's log stay readable: {@code released} holds the schemas as they were
 * released, and what is there now may only add to them. {@code -Dokno.contracts.release=true}
 * freezes the current ones, and refuses to where they are not compatible.
 */
class ReleasedSchemasTest {
  private static final String MEND =
      "A released schema only grows by optional properties. A new meaning is a new type: "
          + "leave %s as it is and add %s (CONTRIBUTING.md, \"Adding an event\").";

  private static final Schemas SCHEMAS = new Schemas();

  @BeforeAll
  static void freezeWhenAsked() throws IOException {
    if (Boolean.getBoolean("okno.contracts.release") && broken(released()).isEmpty()) {
      for (EventType type : EventType.values()) {
        Repository.write(file(type.typeName()), JsonText.text(SCHEMAS.of(type)));
      }
    }
  }

  @Test
  void shouldStayCompatibleWithWhatWasReleased() throws IOException {
    assertThat(broken(released())).as("incompatible changes").isEmpty();
  }

  @Test
  void shouldHaveReleasedEveryType() throws IOException {
    String mend = "./mvnw -pl contracts test -Dokno.contracts.release=true";

    assertThat(released())
        .as("released types; freeze a new one by: %s", mend)
        .contains(Stream.of(EventType.values()).map(EventType::typeName).toArray(String[]::new));
  }

  @Test
  void shouldNameTheTypeThePlaceAndTheMend() {
    String type = "org.okno.case.need-accepted.v1";
    String tampered = Repository.read(file(type)).replace("\"acceptedAt\": {", "\"acceptedOn\": {");

    assertThat(breaks(type, tampered))
        .singleElement()
        .asString()
        .contains(type + " at /acceptedOn is gone")
        .contains("A new meaning is a new type")
        .contains("add org.okno.case.need-accepted.v2");
  }

  @Test
  void shouldRefuseATypeThatIsGone() {
    assertThat(broken(List.of("org.okno.case.need-forgotten.v1")))
        .singleElement()
        .asString()
        .contains("org.okno.case.need-forgotten.v1 is not listed in EventType any more");
  }

  private static List<String> broken(List<String> types) {
    return types.stream()
        .flatMap(
            type ->
                EventType.named(type).isPresent()
                    ? breaks(type, Repository.read(file(type))).stream()
                    : Stream.of(
                        type
                            + " is not listed in EventType any more, and logs hold it: keep it as"
                            + " long as they do."))
        .toList();
  }

  private static List<String> breaks(String type, String released) {
    EventType current = EventType.named(type).orElseThrow();
    return Compatibility.breaks(JsonText.tree(released), SCHEMAS.of(current)).stream()
        .map(what -> type + " at " + what + ". " + MEND.formatted(type, next(type)))
        .toList();
  }

  private static String next(String type) {
    int version = type.lastIndexOf(".v") + 2;
    return type.substring(0, version) + (Integer.parseInt(type.substring(version)) + 1);
  }

  private static List<String> released() throws IOException {
    try (Stream<Path> files = Files.list(Repository.resource("released"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    }
  }

  private static Path file(String type) {
    return Repository.resource("released/" + type + ".json");
  }
}
