package org.okno.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may use which topic: of topics that exist, each line once, and as the document shows. */
class KafkaAccessTest {
  private static final String OF_EVENTS = "okno\\.[a-z-]+";

  private record Line(String user, String operation, String resource, String pattern, String name) {
    static Line of(String text) {
      String[] columns = text.split(",");
      return new Line(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    boolean isOf(String operation, String topic) {
      return this.operation.equals(operation) && resource.equals("TOPIC") && name.equals(topic);
    }
  }

  private static final List<Line> ACCESS =
      Codebase.read(Codebase.at("deploy/topics/access.csv"))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .skip(1)
          .map(Line::of)
          .toList();

  private static final Set<String> TOPICS =
      Pattern.compile("\"name\": \"([^\"]+)\"")
          .matcher(Codebase.read(Codebase.at("deploy/topics/topics.json")))
          .results()
          .map(found -> found.group(1))
          .collect(toCollection(TreeSet::new));

  @Test
  void shouldHaveALineForEveryTopicAndATopicForEveryLine() {
    Set<String> named =
        ACCESS.stream()
            .filter(line -> line.resource().equals("TOPIC"))
            .filter(line -> line.pattern().equals("LITERAL"))
            .map(Line::name)
            .collect(toCollection(TreeSet::new));

    assertThat(ACCESS).doesNotHaveDuplicates();
    assertThat(named).isEqualTo(TOPICS);
  }

  @Test
  void shouldLetOneServiceWriteADeadLetterAndTheSameReadItsReplay() {
    assertThat(TOPICS.stream().filter(topic -> topic.endsWith(".dlq")))
        .isNotEmpty()
        .allSatisfy(
            topic -> {
              String replay = topic.replaceFirst("dlq$", "replay");
              assertThat(users("WRITE", topic))
                  .doesNotContain(",")
                  .isEqualTo(users("READ", replay));
              assertThat(users("READ", topic) + users("WRITE", replay)).isEmpty();
            });
  }

  @Test
  void shouldShowInItsDocumentWhoWritesAndReadsTheTopicsOfEvents() {
    assertThat(
            Codebase.read(Codebase.at("docs/security.md"))
                .lines()
                .filter(line -> line.matches("\\| `" + OF_EVENTS + "` .*"))
                .toList())
        .isEqualTo(
            TOPICS.stream()
                .filter(topic -> topic.matches(OF_EVENTS))
                .map(
                    topic ->
                        "| `%s` | %s | %s |"
                            .formatted(topic, users("WRITE", topic), users("READ", topic)))
                .toList());
  }

  private static String users(String operation, String topic) {
    return ACCESS.stream()
        .filter(line -> line.isOf(operation, topic))
        .map(Line::user)
        .sorted()
        .collect(joining(", "));
  }
}
