package org.okno.local.importer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.okno.engines.EngineException;
import org.okno.local.Main;
import org.okno.local.client.Services;
import org.okno.local.demo.Agreement;
import org.okno.local.run.RunningServices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./okno import}. */
@Command(
    name = "import",
    description = {
      "Imports a city portal's export: the directory its tickets imply, then the tickets as requests.",
      "FOLDER holds tickets.csv or tickets.csv.xz; if it holds expected.json too, the daily counts are compared with it."
    })
public final class ImportCommand implements Callable<Integer> {
  @Mixin private RunningServices stack = new RunningServices();

  @Parameters(paramLabel = "FOLDER", description = "Folder of the export.")
  private Path folder = Path.of(".");

  @Option(
      names = "--prefix",
      description =
          "Prefix of the codes of its territories, needs and agencies (default: ${DEFAULT-VALUE}).")
  private String prefix = "portal";

  @Option(names = "--city", description = "Name of the city (default: ${DEFAULT-VALUE}).")
  private String city = "Город";

  @Option(
      names = "--zone",
      description = "Time zone of its timestamps (default: ${DEFAULT-VALUE}).")
  private ZoneId zone = ZoneId.of("Europe/Moscow");

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path tickets = tickets();
    try (Services services = stack.open(Main::execute)) {
      PortalImport.Report report = new PortalImport(services, out, prefix, city, zone).run(tickets);
      out.printf("%d rows, %d accepted%n", report.rows(), report.accepted());
      report
          .rejections()
          .forEach((response, count) -> out.printf("rejected %d times: %s%n", count, response));
      return compare(report, services, out);
    }
  }

  /** The exit code. Where a row was rejected, the counts cannot become those of the whole file. */
  int compare(PortalImport.Report report, Services services, PrintStream out)
      throws IOException, InterruptedException {
    if (!report.rejections().isEmpty()) {
      out.println("Correct the rejected rows and import again: what was accepted is not doubled.");
      return 1;
    }
    boolean agrees = Agreement.holds(Agreement.printed(services, out, Duration.ofMinutes(10)));
    return agrees && asExpected(services, out) ? 0 : 1;
  }

  private boolean asExpected(Services services, PrintStream out)
      throws IOException, InterruptedException {
    Path key = folder.resolve("expected.json");
    if (!Files.exists(key)) {
      return true;
    }
    ExpectedDays expected = new ExpectedDays(key);
    Map<String, String> differences = expected.differences(services, prefix, Duration.ofMinutes(5));
    out.printf(
        "%d of %d days have the expected count of requests%n",
        expected.days() - differences.size(), expected.days());
    differences.forEach((day, difference) -> out.printf("  %s: %s%n", day, difference));
    return differences.isEmpty();
  }

  private Path tickets() {
    return Stream.of("tickets.csv", "tickets.csv.xz")
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () -> new EngineException("There is no tickets.csv or tickets.csv.xz in " + folder));
  }
}
