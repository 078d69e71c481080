package org.okno.intake.channels;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A channel as data, as its file says it; {@code channel-file.json} is its schema.
 *
 * @param mapping JSONata that makes a questionnaire of a message; null where the message is one
 * @param defaults fields of the questionnaire that the mapping did not set
 * @param limits null for the standard ones
 */
record ChannelFile(
    String code,
    Names names,
    Set<Authentication> authentication,
    WireFormat format,
    @Nullable String mapping,
    @Nullable JsonNode defaults,
    @Nullable Responses responses,
    @Nullable Priority priority,
    @Nullable Limits limits,
    @Nullable List<Sample> samples) {

  /** What people call it. */
  record Names(String ru, String kk, String en) {}

  /**
   * JSONata that makes the body of a response of Okno's own.
   *
   * @param accepted of the confirmation; null where it stays as it is
   * @param rejected of the problem; null where it stays as it is
   */
  record Responses(@Nullable String accepted, @Nullable String rejected) {}

  /**
   * How much the channel may send to one instance.
   *
   * @param requestsPerSecond null for any number
   * @param burst requests at once; null for those of one second
   * @param messageBytes null for {@link Channel#MESSAGE_BYTES}
   */
  record Limits(
      @Nullable Integer requestsPerSecond,
      @Nullable Integer burst,
      @Nullable Integer messageBytes) {
    static final Limits STANDARD = new Limits(null, null, null);
  }

  /**
   * A message and what it becomes.
   *
   * @param questionnaire null where it must be rejected
   * @param rejected pointers of the validation errors; null where it must be accepted
   */
  record Sample(
      String name,
      String message,
      @Nullable JsonNode questionnaire,
      @Nullable List<String> rejected) {

    // A record's own toString would write a message into a log.
    @Override
    public String toString() {
      return "Sample";
    }
  }

  Priority order() {
    return Optional.ofNullable(priority).orElse(Priority.NORMAL);
  }

  Limits bounds() {
    return Optional.ofNullable(limits).orElse(Limits.STANDARD);
  }

  List<Sample> tried() {
    return Optional.ofNullable(samples).orElse(List.of());
  }
}
