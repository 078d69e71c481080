package org.okno.casework.rebuilding;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.okno.casework.rebuilding.Rebuild.Report;
import org.okno.consumer.Failure;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Rebuilds from the topics what the case service keeps. Run it while the service is stopped, with
 * the environment of the service ({@code QUARKUS_DATASOURCE_…}, {@code KAFKA_BOOTSTRAP_SERVERS}).
 *
 * <p>With {@code --dry-run} it builds, compares and replaces nothing; {@code --patience=SECONDS} is
 * how long it waits for the last events of the journal to reach their topic (60). Exit code 0:
 * replaced, or equal in a dry run; 1: it could not, or in a dry run, not equal; 2: not understood.
 */
public final class Main {
  private static final int SHOWN = 20;
  private static final String DRY_RUN = "--dry-run";
  private static final String PATIENCE = "--patience=";
  private static final String KNOWN = "--replace|" + DRY_RUN + "|" + PATIENCE + "\\d{1,6}";

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(List.of(arguments), System.getenv()));
  }

  static int run(List<String> words, Map<String, String> environment) throws InterruptedException {
    if (!words.stream().allMatch(word -> word.matches(KNOWN))) {
      System.out.println("Usage: [--replace | --dry-run] [--patience=SECONDS]");
      return 2;
    }
    try {
      return run(
          new Rebuild(
              database(environment),
              required(environment, "KAFKA_BOOTSTRAP_SERVERS"),
              patience(words),
              System.out::println),
          words.contains(DRY_RUN));
    } catch (RebuildException e) {
      System.out.println(e.getMessage());
      System.out.println("Nothing was replaced.");
    } catch (SQLException | IOException | KafkaException e) {
      System.out.println(
          "It failed: %s. All is replaced or nothing: --dry-run tells which."
              .formatted(Failure.describe(e)));
    }
    return 1;
  }

  private static int run(Rebuild rebuild, boolean dry)
      throws SQLException, IOException, InterruptedException {
    try {
      Report report = rebuild.build();
      tell(report);
      if (dry || !report.contradictions().isEmpty()) {
        System.out.println("Nothing was replaced.");
        return report.equal() ? 0 : 1;
      }
      rebuild.replace();
      System.out.println("Replaced.");
      return 0;
    } finally {
      rebuild.discard();
    }
  }

  private static void tell(Report report) {
    report
        .differences()
        .forEach((table, rows) -> System.out.printf("%s: %,d rows differ%n", table, rows));
    List<String> contradictions = report.contradictions();
    contradictions.stream().limit(SHOWN).forEach(System.out::println);
    if (!contradictions.isEmpty()) {
      System.out.printf("%,d cases cannot be rebuilt.%n", contradictions.size());
    }
  }

  private static Duration patience(List<String> words) {
    return words.stream()
        .filter(word -> word.startsWith(PATIENCE))
        .map(word -> Duration.ofSeconds(Long.parseLong(word.substring(PATIENCE.length()))))
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

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new RebuildException(name + " is not set in the environment.");
    }
    return value;
  }
}
