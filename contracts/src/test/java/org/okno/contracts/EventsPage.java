package org.okno.contracts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code docs/events.md}: every event on one page, in words. */
final class EventsPage {
  private static final String RESOURCES = "../contracts/src/main/resources/org/okno/contracts/";
  private static final String HEAD =
      """
      <!-- Generated from contracts; write it by: ./mvnw -pl contracts test -Dokno.contracts.write=true -->
      # Events

      What the services tell each other. Each is a CloudEvent 1.0 in Kafka binary mode: the attributes are headers
      (`ce_id` a UUIDv7, `ce_type`, `ce_source`, `ce_time`, `ce_subject`), the value is JSON. Events with one key are
      read in the order they happened. Readers ignore fields they do not know, and skip and count types they do not know.

      The records are in [`contracts`](../contracts/src/main/java/org/okno/contracts); the same as a document for
      machines: [`asyncapi.json`](%sasyncapi.json).
      """;
  private static final String FOOT =
      """
      ## Dead letters

      What a consumer cannot read, now or ever, goes to `<consumer>.<topic>.dlq` with the reason in its headers, and the
      next record is processed. `./okno dead-letters replay` sends it to `<consumer>.<topic>.replay`, which that consumer
      alone reads, and handles like the topic itself; what fails again goes to the same `.dlq`. An event that is older than
      what a consumer knows changes nothing: events that replace a state carry a `version`.

      ## Changing an event

      A released schema only grows by optional properties; the build refuses anything else. A new meaning is a new type,
      with the next version in its name.
      """;

  private final Javadoc javadoc;

  private EventsPage(Javadoc javadoc) {
    this.javadoc = javadoc;
  }

  static String text(Javadoc javadoc) {
    EventsPage page = new EventsPage(javadoc);
    Map<String, List<EventType>> byTopic =
        Arrays.stream(EventType.values()).collect(Collectors.groupingBy(EventType::topic));
    String topics =
        byTopic.values().stream()
            .sorted(Comparator.comparing(List::getFirst))
            .map(page::topic)
            .collect(Collectors.joining("\n"));
    return HEAD.formatted(RESOURCES) + "\n" + topics + "\n" + FOOT;
  }

  private String topic(List<EventType> types) {
    EventType any = types.getFirst();
    boolean compacted = types.stream().anyMatch(type -> described(type).compacted());
    return "## `%s`\n\nBy %s%s.\n\n"
            .formatted(any.topic(), any.producer(), compacted ? "; compacted" : "")
        + "| type | key | says | |\n|---|---|---|---|\n"
        + types.stream().map(this::row).collect(Collectors.joining());
  }

  private String row(EventType type) {
    EventDescription description = described(type);
    return "| `%s` | %s | %s | [schema](%sschemas/%s.json) [sample](%ssamples/%s.json) |\n"
        .formatted(
            type.typeName(),
            description.key(),
            description.inShort(),
            RESOURCES,
            type.typeName(),
            RESOURCES,
            type.typeName());
  }

  private EventDescription described(EventType type) {
    return EventDescription.of(type, javadoc);
  }
}
