package org.okno.intake.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;
import org.okno.intake.channels.ChannelFile.Sample;
import org.okno.intake.channels.ChannelTrial.SampleTrial;
import org.okno.intake.questionnaire.QuestionnaireReader;
import org.okno.intake.questionnaire.ValidationErrors;

/**
 * Tries a channel's mapping on messages, without storing anything. Codes of the directory are not
 * looked up: a file is the same wherever it is used.
 */
@Singleton
class TryChannel {
  private final MapMessage mapMessage;
  private final Clock clock;

  TryChannel(MapMessage mapMessage, Clock clock) {
    this.mapMessage = mapMessage;
    this.clock = clock;
  }

  /** What becomes of each sample of the file. */
  ChannelTrial samples(Channel channel) {
    return new ChannelTrial(
        channel.code(),
        channel.file().tried().stream().map(sample -> trial(channel, sample)).toList(),
        null,
        null);
  }

  /** What becomes of a message. */
  ChannelTrial message(Channel channel, String message) {
    ChannelTrial samples = samples(channel);
    JsonNode questionnaire = null;
    List<FieldError> errors;
    try {
      questionnaire = mapMessage.questionnaire(channel, message.getBytes(UTF_8));
      errors = errors(questionnaire);
    } catch (ProblemException e) {
      errors = errors(e.problem());
    }
    return new ChannelTrial(channel.code(), samples.samples(), questionnaire, errors);
  }

  private SampleTrial trial(Channel channel, Sample sample) {
    try {
      JsonNode questionnaire = mapMessage.questionnaire(channel, sample.message().getBytes(UTF_8));
      return new SampleTrial(sample.name(), differences(sample, questionnaire));
    } catch (ProblemException e) {
      return new SampleTrial(sample.name(), differences(sample, errors(e.problem())));
    }
  }

  private List<FieldError> differences(Sample sample, JsonNode questionnaire) {
    List<FieldError> errors = errors(questionnaire);
    JsonNode expected = sample.questionnaire();
    if (expected == null || !errors.isEmpty()) {
      return differences(sample, errors);
    }
    List<FieldError> differences = new ArrayList<>();
    compare("", expected, questionnaire, differences);
    return differences;
  }

  private static List<FieldError> differences(Sample sample, List<FieldError> errors) {
    List<String> rejected = sample.rejected();
    if (rejected == null) {
      return errors;
    }
    Set<String> found = new TreeSet<>(errors.stream().map(FieldError::pointer).toList());
    return found.equals(new TreeSet<>(rejected))
        ? List.of()
        : List.of(new FieldError("", "expected errors at " + rejected + ", found " + found));
  }

  private List<FieldError> errors(JsonNode questionnaire) {
    ValidationErrors errors = new ValidationErrors();
    QuestionnaireReader.checkForm(questionnaire, clock.instant(), errors);
    return errors.all();
  }

  private static List<FieldError> errors(Problem problem) {
    return problem.errors().isEmpty()
        ? List.of(new FieldError("", problem.title() + ". " + problem.detail()))
        : problem.errors();
  }

  private static void compare(
      String pointer, JsonNode expected, JsonNode found, List<FieldError> differences) {
    if (expected.isObject() && found.isObject()) {
      Set<String> names = new TreeSet<>();
      expected.fieldNames().forEachRemaining(names::add);
      found.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        compare(
            pointer + "/" + FieldError.part(name),
            expected.path(name),
            found.path(name),
            differences);
      }
    } else if (expected.isArray() && found.isArray() && expected.size() == found.size()) {
      Iterator<JsonNode> other = found.iterator();
      int position = 0;
      for (JsonNode one : expected) {
        compare(pointer + "/" + position++, one, other.next(), differences);
      }
    } else if (expected.getNodeType() != found.getNodeType()
        || !expected.asText().equals(found.asText())
        || expected.isContainerNode()) {
      differences.add(new FieldError(pointer, difference(expected, found)));
    }
  }

  private static String difference(JsonNode expected, JsonNode found) {
    if (expected.isMissingNode()) {
      return "is made, and the sample does not expect it";
    }
    return found.isMissingNode()
        ? "is not made, and the sample expects it"
        : "is not what the sample expects";
  }
}
