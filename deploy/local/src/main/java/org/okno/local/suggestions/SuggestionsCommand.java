package org.okno.local.suggestions;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.okno.engines.Await;
import org.okno.engines.EngineException;
import org.okno.local.client.Caller;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;
import org.okno.local.client.Table;
import org.okno.local.run.DataOption;
import org.okno.local.run.Stacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./okno suggestions}. */
@Command(
    name = "suggestions",
    description = "Trains, evaluates, lists and activates models that recognize needs in texts.")
public final class SuggestionsCommand implements Runnable {
  private static final String MODELS = "/v1/suggestions/models";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "train",
      description = {
        "Trains a model on settled requests, within intake, and waits until it is done.",
        "The model is stored and not activated; a training that fails changes nothing."
      })
  int train(
      @Mixin DataOption data,
      @Option(
              names = "--timeout",
              description = "Seconds to wait (default: ${DEFAULT-VALUE}). Afterwards it goes on.",
              defaultValue = "3600")
          int timeout) {
    return asAdministrator(
        data,
        services -> {
          Reply begun = services.post("intake", MODELS + "/training", Map.of());
          if (!begun.isOk()) {
            return refused(begun);
          }
          JsonNode last =
              Await.until(
                  Duration.ofSeconds(timeout),
                  () -> services.get("intake", MODELS + "/training").orFail("read the training"),
                  training -> !training.path("state").asText().equals("running"));
          return report(last);
        });
  }

  private int report(JsonNode training) {
    switch (training.path("state").asText()) {
      case "done" -> {
        String version = training.path("version").asText();
        out()
            .printf(
                "Model %s was trained on %s requests. ./okno suggestions activate %s makes it the"
                    + " active one.%n",
                version, training.path("examples").asText(), version);
        return 0;
      }
      case "running" ->
          out().println("It is not done yet and goes on: GET " + MODELS + "/training at intake.");
      default -> out().println("The training failed: " + training.path("failure").asText());
    }
    return 1;
  }

  @Command(
      name = "evaluate",
      description = "Tries a model on the settled requests that it has not learned from.")
  int evaluate(@Mixin DataOption data, @Parameters(paramLabel = "VERSION") long version) {
    return asAdministrator(
        data,
        services -> {
          Reply reply = services.post("intake", MODELS + "/" + version + "/evaluation", Map.of());
          if (!reply.isOk()) {
            return refused(reply);
          }
          Table table = new Table("figure", "value");
          reply
              .body()
              .properties()
              .forEach(figure -> table.row(figure.getKey(), figure.getValue().asText()));
          out().print(table);
          return 0;
        });
  }

  @Command(name = "list", description = "Lists the models with their figures, the newest first.")
  int list(@Mixin DataOption data) {
    return asAdministrator(
        data,
        services -> {
          Table table =
              new Table(
                  "version",
                  "active",
                  "of",
                  "examples",
                  "tried",
                  "precision",
                  "recall",
                  "abstained");
          for (JsonNode model : services.list("intake", MODELS)) {
            JsonNode figures = model.path("figures");
            table.row(
                model.path("version").asText(),
                model.path("active").asBoolean() ? "yes" : "",
                model.path("source").asText(),
                model.path("examples").asText(),
                figures.path("examples").asText(),
                figures.path("precision").asText(),
                figures.path("recall").asText(),
                figures.path("abstained").asText());
          }
          out().print(table);
          return 0;
        });
  }

  @Command(
      name = "activate",
      description = "Makes a model the active one, within seconds; a former one rolls back.")
  int activate(@Mixin DataOption data, @Parameters(paramLabel = "VERSION") long version) {
    return asAdministrator(
        data,
        services -> {
          Reply reply = services.post("intake", MODELS + "/" + version + "/activation", Map.of());
          if (!reply.isOk()) {
            return refused(reply);
          }
          out().printf("Model %d is active.%n", version);
          return 0;
        });
  }

  private int refused(Reply reply) {
    if (reply.body().isMissingNode()) {
      throw new EngineException("intake responded " + reply.status());
    }
    out().println(reply.text("title") + ". " + reply.text("detail"));
    return 1;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static int asAdministrator(DataOption data, ToIntFunction<Services> work) {
    try (Services services = Services.of(new Stacks(data.folder()).requireReady())) {
      return work.applyAsInt(services.as(Caller.ADMINISTRATOR));
    }
  }
}
