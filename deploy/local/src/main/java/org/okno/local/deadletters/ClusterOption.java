package org.okno.local.deadletters;

import org.jspecify.annotations.Nullable;
import org.okno.engines.EngineException;
import org.okno.engines.stack.Part;
import org.okno.local.run.DataOption;
import org.okno.local.run.Stacks;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The Kafka to connect to: a named one, or that of the running stack. */
final class ClusterOption {

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Kafka to connect to (default: that of the running stack).")
  private @Nullable String bootstrapServers;

  @Mixin private DataOption data = new DataOption();

  DeadLetters deadLetters() {
    return new DeadLetters(bootstrapServers == null ? ofRunningStack() : bootstrapServers);
  }

  private String ofRunningStack() {
    return new Stacks(data.folder())
        .ready()
        .map(settings -> "127.0.0.1:" + settings.ports().of(Part.KAFKA))
        .orElseThrow(
            () ->
                new EngineException(
                    "No stack is ready on "
                        + data.folder()
                        + ". Start it with ./okno up, or name a Kafka with --bootstrap-servers."));
  }
}
