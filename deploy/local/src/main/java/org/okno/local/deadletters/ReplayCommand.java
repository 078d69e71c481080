package org.okno.local.deadletters;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays records, after the consumer was fixed. */
@Command(
    name = "replay",
    description =
        "Replays the records of a dead-letter topic to the topic they came from, each once.")
public final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ClusterOption cluster = new ClusterOption();

  @Parameters(paramLabel = "TOPIC", description = "Such as case.okno.decisions.dlq.")
  private String topic = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many (default: all that were not replayed).")
  private int limit = Integer.MAX_VALUE;

  @Override
  public Integer call() {
    int sent = cluster.deadLetters().replay(topic, limit);
    spec.commandLine().getOut().println("Replayed: " + sent);
    return 0;
  }
}
