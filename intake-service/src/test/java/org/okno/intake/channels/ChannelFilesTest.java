package org.okno.intake.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;

class ChannelFilesTest {
  private static final String NAMES = "names: {ru: Икс, kk: Икс, en: X}";
  private static final String HEAD =
      "code: x\n" + NAMES + "\nauthentication: [token]\nformat: json\n";

  private final TryChannel tryChannel =
      new TryChannel(
          new MapMessage(new Settings()),
          Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC));

  private record Settings() implements ChannelSettings {
    @Override
    public Duration cacheFor() {
      return Duration.ZERO;
    }

    @Override
    public int cached() {
      return 1;
    }

    @Override
    public int mappingThreads() {
      return 2;
    }
  }

  static List<Channel> builtIn() {
    return StoreBuiltInChannels.all();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void shouldMakeOfEachSampleWhatTheFileSays(Channel channel) {
    assertThat(tryChannel.samples(channel).failures()).isEmpty();
  }

  @Test
  void shouldHaveSamplesOfEachMapping() {
    assertThat(builtIn())
        .hasSize(14)
        .filteredOn(channel -> channel.mapping() != null)
        .extracting(Channel::code)
        .contains("hotline", "web", "egov", "citizen-109");
    assertThat(builtIn())
        .filteredOn(channel -> channel.mapping() != null)
        .allMatch(channel -> !channel.file().tried().isEmpty());
  }

  @Test
  void shouldPassItsOwnExample() {
    assertThat(tryChannel.samples(ChannelFileReader.read(ChannelExample.YAML)).failures())
        .isEmpty();
  }

  @Test
  void shouldReadJsonAsYaml() {
    assertThat(
            ChannelFileReader.read(
                    "{\"code\": \"x\", \"names\": {\"ru\": \"a\", \"kk\": \"b\", \"en\": \"c\"},"
                        + " \"authentication\": [\"hmac\"], \"format\": \"form\"}")
                .authentication())
        .containsExactly(Authentication.HMAC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          code: X y            | /code
          names: {ru: x}       | /names/kk, /names/en
          authentication: []   | /authentication
          authentication: [password] | /authentication/0
          format: xml          | /format
          mapping: "{"         | /mapping
          mapping: $now()      | /mapping
          mapping: 7           | /mapping
          priority: first      | /priority
          limits: {requestsPerSecond: 0} | /limits/requestsPerSecond
          limits: {perDay: 1}  | /limits/perDay
          colour: red          | /colour
          responses: {accepted: "("} | /responses/accepted
          samples: [{name: x, message: y}] | /samples/0
          """)
  void shouldNameEveryErrorOfAFile(String line, String pointers) {
    String field = line.substring(0, line.indexOf(':'));
    String file = HEAD.replaceFirst("(?m)^" + field + ":.*\n", "") + line + "\n";

    assertThatThrownBy(() -> ChannelFileReader.read(file))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problem().errors())
                    .extracting(FieldError::pointer)
                    .containsExactlyInAnyOrder(pointers.split(", ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: [                                  | line 1
          a: &x [1]\\nb: *x                     | YAML
          code: 1\\ncode: 2                     | YAML
          !!javax.script.ScriptEngineManager [] | YAML
          """)
  void shouldRefuseWhatIsNoYamlOrMore(String file, String detail) {
    assertThatThrownBy(() -> ChannelFileReader.read(file.replace("\\n", "\n")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(400);
              assertThat(e.problem().title() + e.problem().detail() + e.problem().errors())
                  .containsAnyOf(detail, "expected");
            });
  }

  @Test
  void shouldNameWhatASampleBecomesInstead() {
    Channel channel =
        ChannelFileReader.read(
            HEAD
                + """
                mapping: '{"externalId": id, "territory": "1", "applicant": {"name": "a"}, "needs": [{"need": "food"}], "text": "t"}'
                defaults: {consent: true}
                samples:
                  - name: other
                    message: '{"id": "1"}'
                    questionnaire: {channel: x, externalId: "2", territory: "1", needs: [], text: t, consent: true, urgency: normal}
                  - name: rejected
                    message: '{"id": 7}'
                    rejected: [/externalId]
                """);

    assertThat(tryChannel.samples(channel).failures())
        .extracting(FieldError::pointer)
        .containsExactly(
            "/samples/0/questionnaire/applicant",
            "/samples/0/questionnaire/externalId",
            "/samples/0/questionnaire/needs",
            "/samples/0/questionnaire/urgency");
  }
}
