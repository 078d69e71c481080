package org.okno.engines.stack;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.okno.engines.process.Priority;

/** The parts of a stack, in the order in which they start. */
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

  /** Its name in commands; also the name of a service's database. */
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

  /** What must be ready before it can be; intake accepts requests while Kafka is down. */
  public Set<Part> needs() {
    return switch (this) {
      case POSTGRES, KAFKA -> Set.of();
      case CONNECT -> Set.of(KAFKA);
      case INTAKE -> Set.of(POSTGRES);
      case ROUTING, CASE, ANALYTICS -> EnumSet.of(POSTGRES, KAFKA);
    };
  }

  /** Agencies need the flow sooner than analysts the summary. */
  Priority priority() {
    return this == ANALYTICS ? Priority.LOW : Priority.NORMAL;
  }

  public static List<Part> services() {
    return Arrays.stream(values()).filter(Part::isService).toList();
  }

  @Override
  public String toString() {
    return label();
  }
}
