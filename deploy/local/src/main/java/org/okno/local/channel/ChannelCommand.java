package org.okno.local.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.okno.engines.EngineException;
import org.okno.local.client.Caller;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;
import org.okno.local.run.DataOption;
import org.okno.local.run.Stacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The channels of the running stack. */
@Command(
    name = "channel",
    description = "Checks, tries, adds and lists channels, which are files, and makes their keys.")
public final class ChannelCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "check",
      description = {
        "Reads a channel's file and maps its samples; nothing is stored.",
        "Exit code 1 where something is wrong, each with its place in the file."
      })
  int check(@Mixin DataOption data, @Parameters(paramLabel = "FILE") Path file) {
    try (Services services = administrator(data)) {
      Reply reply = trial(services, Map.of("file", read(file)));
      return reply.isOk() ? report(reply.body()) : refused(reply);
    }
  }

  @Command(
      name = "try",
      description = "Shows the questionnaire that a message becomes; nothing is stored.")
  int tryOut(
      @Mixin DataOption data,
      @Parameters(paramLabel = "FILE", description = "The channel's file.") Path file,
      @Parameters(
              paramLabel = "SAMPLE",
              description = "A file with a message, as the channel sends it.")
          Path sample) {
    try (Services services = administrator(data)) {
      Reply reply = trial(services, Map.of("file", read(file), "message", read(sample)));
      if (!reply.isOk()) {
        return refused(reply);
      }
      JsonNode questionnaire = reply.body().path("questionnaire");
      if (!questionnaire.isMissingNode()) {
        out().println(questionnaire.toPrettyString());
      }
      return errors(reply.body().path("errors")) == 0 ? 0 : 1;
    }
  }

  @Command(
      name = "add",
      description = {
        "Adds a channel, or replaces its file, while intake runs.",
        "Every instance uses it within seconds. Nothing is stored where a sample fails."
      })
  int add(@Mixin DataOption data, @Parameters(paramLabel = "FILE") Path file) {
    try (Services services = administrator(data)) {
      String text = read(file);
      Reply trial = trial(services, Map.of("file", text));
      if (!trial.isOk()) {
        return refused(trial);
      }
      Reply stored =
          services.putRaw(
              "intake",
              "/v1/channels/" + trial.text("code"),
              text.getBytes(UTF_8),
              "application/yaml");
      if (!stored.isOk()) {
        return refused(stored);
      }
      report(stored.body());
      out().printf("Channel %s is in use.%n", trial.text("code"));
      return 0;
    }
  }

  @Command(name = "list", description = "Lists the channels.")
  int list(@Mixin DataOption data) {
    try (Services services = administrator(data)) {
      for (JsonNode channel : services.list("intake", "/v1/channels")) {
        out().printf("%-20s %s%n", channel.path("code").asText(), channel.path("nameEn").asText());
      }
      return 0;
    }
  }

  @Command(
      name = "key",
      description = {
        "Makes a key of a channel and shows it: nothing will ever show it again.",
        "What it is for, the channel's file says: a key that is sent, or a secret that signs."
      })
  int key(
      @Mixin DataOption data,
      @Parameters(paramLabel = "NAME", description = "Code of the channel.") String name,
      @Option(names = "--use", description = "key or hmac, where the channel's file allows both.")
          @Nullable String use) {
    try (Services services = administrator(data)) {
      Reply made =
          services.post(
              "intake",
              "/v1/channels/" + name + "/keys",
              use == null ? Map.of() : Map.of("use", use));
      if (!made.isOk()) {
        return refused(made);
      }
      out().printf("id:  %s%n", made.text("id"));
      out()
          .printf(
              "%s %s%n", made.text("use").equals("hmac") ? "secret:" : "key:", made.text("key"));
      return 0;
    }
  }

  private static Reply trial(Services services, Map<String, String> body) {
    return services.post("intake", "/v1/channels/trials", body);
  }

  private int report(JsonNode trial) {
    int failed = 0;
    for (JsonNode sample : trial.path("samples")) {
      boolean passed = sample.path("differences").isEmpty();
      out().printf("%s  %s%n", passed ? "passed" : "FAILED", sample.path("name").asText());
      failed += errors(sample.path("differences"));
    }
    if (trial.path("samples").isEmpty()) {
      out().println("The file can be read. It has no samples.");
    }
    return failed == 0 ? 0 : 1;
  }

  private int refused(Reply reply) {
    out().println(reply.text("title") + ". " + reply.text("detail"));
    errors(reply.body().path("errors"));
    return 1;
  }

  private int errors(JsonNode errors) {
    for (JsonNode error : errors) {
      out().printf("  %s: %s%n", error.path("pointer").asText(), error.path("detail").asText());
    }
    return errors.size();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new EngineException("Cannot read %s as text in UTF-8.".formatted(file));
    }
  }

  private static Services administrator(DataOption data) {
    return Services.of(new Stacks(data.folder()).requireReady()).as(Caller.ADMINISTRATOR);
  }
}
