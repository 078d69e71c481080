package org.okno.bench.limits;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.okno.bench.stack.SampleDecisions;
import org.okno.messaging.EventIds;

/**
 * The values of one request's rows. They have the size of those that intake writes: 1 KiB of sealed
 * questionnaire, hashes of 32 bytes.
 */
record SampleRequest(UUID id, UUID personId, String now) {

  private static final String SEALED = SampleDecisions.sealedJson();

  static SampleRequest next() {
    return new SampleRequest(
        EventIds.next(), EventIds.next(), Clock.systemUTC().instant().toString());
  }

  List<Object> values(RequestTable table) {
    return switch (table) {
      case PERSON -> List.of(personId, hash(), hash(), bytes(96), now);
      case REQUEST ->
          List.of(
              id,
              id.toString().substring(24),
              "hotline",
              now,
              now,
              "99701000",
              "Europe/Moscow",
              personId,
              personId,
              "normal",
              "[]",
              "[{\"id\":\"" + id + "\",\"need\":\"food\"}]",
              SEALED,
              true,
              "RU",
              hash(),
              hash());
      case JOURNAL ->
          List.of(
              EventIds.next(),
              "okno.questionnaires",
              id.toString(),
              "org.okno.intake.questionnaire-submitted.v1",
              "/okno/intake",
              now,
              id.toString(),
              payload());
    };
  }

  /** A line for {@code copy}. */
  String line(RequestTable table) {
    return values(table).stream()
        .map(v -> v instanceof byte[] b ? "\\\\x" + HexFormat.of().formatHex(b) : v.toString())
        .collect(Collectors.joining("\t", "", "\n"));
  }

  private String payload() {
    return "{\"questionnaire\":{\"requestId\":\"%s\",\"applicantId\":\"%s\",\"receivedAt\":\"%s\",\"sealed\":%s}}"
        .formatted(id, personId, now, SEALED);
  }

  private static byte[] hash() {
    return bytes(32);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    ThreadLocalRandom.current().nextBytes(bytes);
    return bytes;
  }
}
