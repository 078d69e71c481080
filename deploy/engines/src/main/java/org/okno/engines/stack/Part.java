package org.okno.engines.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.okno.engines.EngineException;
import org.okno.engines.process.Priority;

/** What a stack consists of, in the order in which it starts. */
public enum Part {
  POSTGRES(5433, Kind.ENGINE),
  KAFKA(9092, Kind.ENGINE),
  CONNECT(8085, Kind.ENGINE),
  INTAKE(8081, Kind.JOURNALING_SERVICE),
  ROUTING(8082, Kind.JOURNALING_SERVICE),
  CASE(8083, Kind.JOURNALING_SERVICE),
  ANALYTICS(8084, Kind.SERVICE);

  private enum Kind {
    ENGINE,
    SERVICE,
    JOURNALING_SERVICE
  }

  private final int defaultPort;
  private final Kind kind;

  Part(int defaultPort, Kind kind) {
    this.defaultPort = defaultPort;
    this.kind = kind;
  }

  /** As people write it; also the name of a service's database. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public int defaultPort() {
    return defaultPort;
  }

  /** True for Okno's own services; each has a database of its own. */
  public boolean isService() {
    return kind != Kind.ENGINE;
  }

  /** True for the services whose journal Debezium streams. */
  public boolean hasJournal() {
    return kind == Kind.JOURNALING_SERVICE;
  }

  /** The flow to the agencies comes before the summary of it. */
  Priority priority() {
    return this == ANALYTICS ? Priority.BEHIND : Priority.USUAL;
  }

  public static List<Part> services() {
    return Arrays.stream(values()).filter(Part::isService).toList();
  }

  /**
   * @throws EngineException when there is no such part; the message lists those there are
   */
  public static Part named(String label) {
    return Arrays.stream(values())
        .filter(part -> part.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new EngineException(
                    "There is no part '"
                        + label
                        + "'. Parts: "
                        + Arrays.stream(values())
                            .map(Part::label)
                            .collect(Collectors.joining(", "))));
  }
}
