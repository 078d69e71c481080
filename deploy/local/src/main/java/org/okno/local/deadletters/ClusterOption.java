package org.okno.local.deadletters;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.okno.engines.kafka.ClientSettings;
import org.okno.engines.stack.Environment;
import org.okno.local.run.DataOption;
import org.okno.local.run.Stacks;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The Kafka to connect to: that of a settings file, or that of the running stack. */
final class ClusterOption {

  @Option(
      names = "--command-config",
      paramLabel = "FILE",
      description =
          "Settings of the Kafka to connect to, bootstrap.servers among them, as Kafka's tools take"
              + " them (default: the running stack).")
  private @Nullable Path commandConfig;

  @Mixin private DataOption data = new DataOption();

  DeadLetters deadLetters() {
    return new DeadLetters(
        commandConfig == null ? ofRunningStack() : ClientSettings.read(commandConfig));
  }

  private ClientSettings ofRunningStack() {
    return new Environment(new Stacks(data.folder()).requireReady()).kafkaAdministrator();
  }
}
