package org.okno.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.contracts.EventType;
import org.okno.contracts.Topics;

/** What is deployed serves what the contracts say. */
class TopicsTest {
  private static final String DEPLOYED = Codebase.read(Codebase.at("deploy/topics/topics.json"));

  /** It subscribes in code: {@code DecisionIT}. */
  private static final Set<String> OF_ROUTINGS_STEP =
      Set.of(
          Topics.replay("routing", Topics.QUESTIONNAIRES), Topics.replay("routing", Topics.CASES));

  @ParameterizedTest
  @EnumSource
  void shouldDeployTheTopicOfEveryEvent(EventType type) {
    assertThat(DEPLOYED).contains("\"name\": \"" + type.topic() + "\"");
  }

  @Test
  void shouldReplayTheDeadLettersOfEachConsumerToATopicThatItReads() {
    String consumed =
        Stream.of("intake", "routing", "case", "analytics")
            .map(service -> service + "-service/src/main/resources/application.properties")
            .map(file -> Codebase.read(Codebase.at(file)))
            .collect(Collectors.joining());

    List<String> replays =
        Pattern.compile("\"name\": \"([^\"]+)\\.dlq\"")
            .matcher(DEPLOYED)
            .results()
            .map(found -> found.group(1) + ".replay")
            .toList();

    assertThat(replays)
        .isNotEmpty()
        .allSatisfy(replay -> assertThat(DEPLOYED).contains("\"name\": \"" + replay + "\""))
        .filteredOn(replay -> !OF_ROUTINGS_STEP.contains(replay))
        .allSatisfy(replay -> assertThat(consumed).contains(replay));
  }

  /** A replayed event must reach the task of Kafka Streams that knows its id. */
  @ParameterizedTest
  @ValueSource(strings = {Topics.QUESTIONNAIRES, Topics.DECISIONS, Topics.CASES})
  void shouldPartitionTheReplayOfWhatIsCountedLikeItsOrigin(String topic) {
    assertThat(partitions(Topics.replay("analytics", topic)))
        .isNotEmpty()
        .isEqualTo(partitions(topic));
  }

  private static String partitions(String topic) {
    return Pattern.compile("\"" + Pattern.quote(topic) + "\", \"partitions\": (\\d+)")
        .matcher(DEPLOYED)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.joining());
  }
}
