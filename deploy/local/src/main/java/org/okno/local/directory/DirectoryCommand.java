package org.okno.local.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.okno.engines.EngineException;
import org.okno.local.Main;
import org.okno.local.client.Caller;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;
import org.okno.local.run.RunningServices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./okno directory}. */
@Command(name = "directory", description = "Who helps, with what, where and for whom.")
public final class DirectoryCommand implements Runnable {
  private static final int SHOWN = 50;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "import",
      description = {
        "Imports a directory in the form of Open Referral HSDS 3, whole or not at all: a JSON file, or a"
            + " folder with its tables as CSV files.",
        "First it says what would change and what somebody should look at: ids that nothing has, what"
            + " is given twice, what is missing.",
        "Exit code 1 where errors keep it from being imported."
      })
  int load(
      @Mixin RunningServices stack,
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--dry-run", description = "Report only; nothing is stored.") boolean dryRun,
      @Option(
              names = "--complete",
              description = "Its organizations have no other services: those that are stored end.")
          boolean complete,
      @Option(
              names = "--of",
              paramLabel = "KIND",
              description =
                  "What the file is one of, an array of or a page of, such as service; without it"
                      + " the file has lists by their names.")
          @Nullable String of)
      throws IOException {
    byte[] document = content(file);
    String query =
        "complete="
            + complete
            + (of == null ? "" : "&of=" + of)
            + (Files.isDirectory(file) ? "&form=tables" : "");
    try (Services services = stack.open(Main::execute).as(Caller.ADMINISTRATOR)) {
      JsonNode plan = put(services, document, query + "&dryRun=true", file);
      boolean isRefused = findings(plan);
      if (isRefused || dryRun) {
        return isRefused ? 1 : changes("would change", plan);
      }
      return changes("changed", put(services, document, query, file));
    }
  }

  private static JsonNode put(Services services, byte[] document, String query, Path file) {
    Reply reply =
        services.putRaw("routing", "/v1/directory/hsds?" + query, document, "application/json");
    if (!reply.isOk()) {
      throw new EngineException(
          "%s: %s. %s".formatted(file, reply.text("title"), reply.text("detail")));
    }
    return reply.body();
  }

  /** Prints what somebody should look at; true where something of it is an error. */
  private boolean findings(JsonNode report) {
    JsonNode findings = report.path("findings");
    findings.valueStream().limit(SHOWN).forEach(this::print);
    if (findings.size() > SHOWN) {
      out().printf("… and %d more%n", findings.size() - SHOWN);
    }
    out().flush();
    return findings.valueStream().anyMatch(one -> one.path("severity").asText().equals("error"));
  }

  private void print(JsonNode finding) {
    out()
        .printf(
            "%-7s  %-9s  %s: %s%n",
            finding.path("severity").asText(),
            finding.path("kind").asText(),
            finding.path("pointer").asText(),
            finding.path("detail").asText());
  }

  private int changes(String verb, JsonNode report) {
    out()
        .printf(
            "%s: %d of %d objects; %d services ended; %d agencies and %d offers of Okno%n",
            verb,
            report.path("changed").asInt(),
            report.path("given").asInt(),
            report.path("removed").asInt(),
            report.path("agencies").asInt(),
            report.path("offers").asInt());
    out().flush();
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static byte[] content(Path file) throws IOException {
    try {
      return Files.isDirectory(file) ? HsdsTables.read(file) : Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new EngineException("There is no file " + file, e);
    }
  }
}
