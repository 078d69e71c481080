package org.okno.cases.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.jdbi.v3.core.JdbiException;
import org.okno.cases.rebuild.Rebuild.Report;
import org.okno.messaging.Failure;
import org.okno.sql.JdbiProducer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Rebuilds the tables of the case service from the topics. Run it while the service is stopped,
 * with the environment of the service ({@code QUARKUS_DATASOURCE_…}, {@code KAFKA_…}).
 *
 * <p>With {@code --dry-run} it builds, compares and replaces nothing; {@code --timeout=SECONDS} is
 * how long it waits for the last events of the journal to reach their topic (60). Exit code 0:
 * replaced, or equal in a dry run; 1: failed, or in a dry run, not equal; 2: unknown arguments.
 */
public final class Main {
  private static final int SHOWN = 20;
  private static final String KAFKA = "KAFKA_";
  private static final String DRY_RUN = "--dry-run";
  private static final String TIMEOUT = "--timeout=";
  private static final String KNOWN = "--replace|" + DRY_RUN + "|" + TIMEOUT + "\\d{1,6}";

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(List.of(arguments), System.getenv()));
  }

  static int run(List<String> arguments, Map<String, String> environment)
      throws InterruptedException {
    if (!arguments.stream().allMatch(argument -> argument.matches(KNOWN))) {
      System.out.println("Usage: [--replace | --dry-run] [--timeout=SECONDS]");
      return 2;
    }
    try {
      return run(
          new Rebuild(
              JdbiProducer.of(database(environment)),
              kafka(environment),
              timeout(arguments),
              System.out::println),
          arguments.contains(DRY_RUN));
    } catch (RebuildException e) {
      System.out.println(e.getMessage());
      System.out.println("Nothing was replaced.");
    } catch (JdbiException | IllegalStateException | KafkaException e) {
      System.out.println(
          "It failed: %s. Either all tables were replaced or none: --dry-run shows which."
              .formatted(Failure.describe(e)));
    }
    return 1;
  }

  private static int run(Rebuild rebuild, boolean dry) throws InterruptedException {
    try {
      Report report = rebuild.build();
      print(report);
      if (dry || !report.contradictions().isEmpty()) {
        System.out.println("Nothing was replaced.");
        return report.isEqual() ? 0 : 1;
      }
      rebuild.replace();
      System.out.println("Replaced.");
      return 0;
    } finally {
      rebuild.discard();
    }
  }

  private static void print(Report report) {
    report
        .differences()
        .forEach((table, rows) -> System.out.printf("%s: %,d rows differ%n", table, rows));
    List<String> contradictions = report.contradictions();
    contradictions.stream().limit(SHOWN).forEach(System.out::println);
    if (!contradictions.isEmpty()) {
      System.out.printf("%,d cases cannot be rebuilt.%n", contradictions.size());
    }
  }

  private static Duration timeout(List<String> arguments) {
    return arguments.stream()
        .filter(argument -> argument.startsWith(TIMEOUT))
        .map(argument -> Duration.ofSeconds(Long.parseLong(argument.substring(TIMEOUT.length()))))
        .findFirst()
        .orElse(Duration.ofMinutes(1));
  }

  private static DataSource database(Map<String, String> environment) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(required(environment, "QUARKUS_DATASOURCE_JDBC_URL"));
    database.setUser(required(environment, "QUARKUS_DATASOURCE_USERNAME"));
    database.setPassword(required(environment, "QUARKUS_DATASOURCE_PASSWORD"));
    return database;
  }

  /** As Quarkus reads them: {@code KAFKA_BOOTSTRAP_SERVERS} is {@code bootstrap.servers}. */
  private static Map<String, Object> kafka(Map<String, String> environment) {
    required(environment, KAFKA + "BOOTSTRAP_SERVERS");
    return environment.entrySet().stream()
        .filter(variable -> variable.getKey().startsWith(KAFKA))
        .collect(
            Collectors.toMap(
                variable ->
                    variable
                        .getKey()
                        .substring(KAFKA.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.'),
                Map.Entry::getValue));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new RebuildException(name + " is not set in the environment.");
    }
    return value;
  }
}
