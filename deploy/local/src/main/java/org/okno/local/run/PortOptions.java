package org.okno.local.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;
import picocli.CommandLine.Option;

/** Moves parts to other ports. */
final class PortOptions {

  private static final String TEXT = "Port of this part (default: ${DEFAULT-VALUE}).";

  @Option(names = "--port-intake", paramLabel = "PORT", description = TEXT)
  private int intake = Part.INTAKE.defaultPort();

  @Option(names = "--port-routing", paramLabel = "PORT", description = TEXT)
  private int routing = Part.ROUTING.defaultPort();

  @Option(names = "--port-case", paramLabel = "PORT", description = TEXT)
  private int cases = Part.CASE.defaultPort();

  @Option(names = "--port-analytics", paramLabel = "PORT", description = TEXT)
  private int analytics = Part.ANALYTICS.defaultPort();

  @Option(names = "--port-kafka", paramLabel = "PORT", description = TEXT)
  private int kafka = Part.KAFKA.defaultPort();

  @Option(names = "--port-postgres", paramLabel = "PORT", description = TEXT)
  private int postgres = Part.POSTGRES.defaultPort();

  @Option(names = "--port-connect", paramLabel = "PORT", description = TEXT)
  private int connect = Part.CONNECT.defaultPort();

  @Option(
      names = "--port-issuer",
      paramLabel = "PORT",
      description = "Port of the issuer of tokens (default: ${DEFAULT-VALUE}).")
  private int issuer = Ports.DEFAULT_ISSUER;

  Ports ports() {
    return new Ports(
        Map.of(
            Part.INTAKE, intake,
            Part.ROUTING, routing,
            Part.CASE, cases,
            Part.ANALYTICS, analytics,
            Part.KAFKA, kafka,
            Part.POSTGRES, postgres,
            Part.CONNECT, connect),
        issuer);
  }

  /** The same ports as arguments of {@code up}. */
  List<String> arguments() {
    return Stream.concat(
            ports().byPart().entrySet().stream()
                .flatMap(
                    port ->
                        Stream.of(
                            "--port-" + port.getKey().label(), String.valueOf(port.getValue()))),
            Stream.of("--port-issuer", String.valueOf(issuer)))
        .toList();
  }
}
