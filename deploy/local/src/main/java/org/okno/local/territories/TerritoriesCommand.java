package org.okno.local.territories;

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
import org.tukaani.xz.XZInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./okno territories}. */
@Command(
    name = "territories",
    description = "Where territories are: by it a point or an address leads to one.")
public final class TerritoriesCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "import",
      description = {
        "Imports polygons, street lists and other names of territories that are in the directory.",
        "What is imported again replaces the former rows of the same territories. Files may be"
            + " compressed by xz."
      })
  int load(
      @Mixin RunningServices stack,
      @Option(
              names = "--names",
              paramLabel = "CSV",
              description = "Other names: columns name, territory.")
          @Nullable Path names,
      @Option(
              names = "--boundaries",
              paramLabel = "GEOJSON",
              description = "Polygons; the property code or name says the territory.")
          @Nullable Path boundaries,
      @Option(
              names = "--streets",
              paramLabel = "CSV",
              description =
                  "Street list: columns territory, street and, optional, from, to, side, weight,"
                      + " lat, lon.")
          @Nullable Path streets)
      throws IOException {
    if (names == null && boundaries == null && streets == null) {
      throw new EngineException("Name at least one file: --names, --boundaries or --streets");
    }
    try (Services services = stack.open(Main::execute).as(Caller.ADMINISTRATOR)) {
      // Names first: polygons may use them.
      put(services, "names", names, "text/csv");
      put(services, "boundaries", boundaries, "application/json");
      put(services, "streets", streets, "text/csv");
    }
    return 0;
  }

  private void put(Services services, String list, @Nullable Path file, String mediaType)
      throws IOException {
    if (file == null) {
      return;
    }
    PrintWriter out = spec.commandLine().getOut();
    Reply reply = services.putRaw("intake", "/v1/territories/" + list, content(file), mediaType);
    if (!reply.isOk()) {
      throw new EngineException(refusal(file, reply));
    }
    out.printf(
        "%s: %d rows of %d territories%n",
        list, reply.body().path("rows").asInt(), reply.body().path("territories").asInt());
    out.flush();
  }

  private static String refusal(Path file, Reply reply) {
    StringBuilder text = new StringBuilder(file + ": " + reply.text("title"));
    int shown = 0;
    for (JsonNode error : reply.body().path("errors")) {
      if (shown++ < 10) {
        text.append("\n  ")
            .append(error.path("pointer").asText())
            .append(": ")
            .append(error.path("detail").asText());
      }
    }
    return text.toString();
  }

  private static byte[] content(Path file) throws IOException {
    if (!file.toString().endsWith(".xz")) {
      try {
        return Files.readAllBytes(file);
      } catch (NoSuchFileException e) {
        throw new EngineException("There is no file " + file, e);
      }
    }
    try (XZInputStream in = new XZInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }
}
