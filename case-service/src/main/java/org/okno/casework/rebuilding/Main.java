package org.okno.casework.rebuilding;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.okno.casework.rebuilding.Rebuild.Report;

/**
 * Rebuilds from the topics what the case service keeps. Run it while the service is stopped, with
 * the environment of the service ({@code QUARKUS_DATASOURCE_…}, {@code KAFKA_BOOTSTRAP_SERVERS}).
 *
 * <p>With {@code --dry-run} it builds, compares and replaces nothing; {@code --patience=SECONDS} is
 * how long it waits for the last events of the journal to reach their topic (60). Exit code 0:
 * replaced, or equal in a dry run; 1: it could not, or in a dry run, not equal.
 */
public final class Main {
  private static final int SHOWN = 20;
  private static final String PATIENCE = "--patience=";

  private Main() {}

  public static void main(String[] arguments)
      throws SQLException, IOException, InterruptedException {
    List<String> words = List.of(arguments);
    System.exit(run(words.contains("--dry-run"), patience(words), System.getenv()));
  }

  private static int run(boolean dry, Duration patience, Map<String, String> environment)
      throws SQLException, IOException, InterruptedException {
    Rebuild rebuild =
        new Rebuild(
            () ->
                DriverManager.getConnection(
                    required(environment, "QUARKUS_DATASOURCE_JDBC_URL"),
                    required(environment, "QUARKUS_DATASOURCE_USERNAME"),
                    required(environment, "QUARKUS_DATASOURCE_PASSWORD")),
            required(environment, "KAFKA_BOOTSTRAP_SERVERS"),
            patience,
            System.out::println);
    try {
      return end(rebuild, rebuild.build(), dry);
    } catch (RebuildException e) {
      System.out.println(e.getMessage());
      rebuild.discard();
      System.out.println("Nothing was replaced.");
      return 1;
    }
  }

  private static int end(Rebuild rebuild, Report report, boolean dry) throws SQLException {
    report
        .differences()
        .forEach((table, rows) -> System.out.printf("%s: %,d rows differ%n", table, rows));
    List<String> contradictions = report.contradictions();
    contradictions.stream().limit(SHOWN).forEach(System.out::println);
    if (dry || !contradictions.isEmpty()) {
      rebuild.discard();
      System.out.printf(
          "%,d cases cannot be rebuilt. Nothing was replaced.%n", contradictions.size());
      return contradictions.isEmpty() && report.equal() ? 0 : 1;
    }
    rebuild.replace();
    System.out.println("Replaced.");
    return 0;
  }

  private static Duration patience(List<String> words) {
    return words.stream()
        .filter(word -> word.startsWith(PATIENCE))
        .map(word -> Duration.ofSeconds(Long.parseLong(word.substring(PATIENCE.length()))))
        .findFirst()
        .orElse(Duration.ofMinutes(1));
  }

  private static String required(Map<String, String> environment, String name) {
    return requireNonNull(environment.get(name), () -> name + " is not set");
  }
}
