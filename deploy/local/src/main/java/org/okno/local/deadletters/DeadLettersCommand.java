package org.okno.local.deadletters;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records that consumers could not handle. */
@Command(
    name = "dead-letters",
    description = "Lists, shows and replays the records that consumers could not handle.")
public final class DeadLettersCommand implements Runnable {

  private static final String TOPIC = "Such as case.okno.decisions.dlq.";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "list",
      description =
          "Shows how many records each dead-letter topic holds, and how many were not replayed.")
  void list(@Mixin ClusterOption cluster) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("records  not replayed  topic");
    for (DeadLetters.Count count : cluster.deadLetters().counts()) {
      out.printf("%7d  %12d  %s%n", count.records(), count.notReplayed(), count.topic());
    }
    out.flush();
  }

  @Command(
      name = "show",
      description =
          "Shows each record: offset, time, origin, event type and id, reason. Never its value.")
  void show(
      @Mixin ClusterOption cluster,
      @Parameters(paramLabel = "TOPIC", description = TOPIC) String topic) {
    PrintWriter out = spec.commandLine().getOut();
    cluster.deadLetters().forEach(topic, deadLetter -> out.println(deadLetter.line()));
    out.flush();
  }

  @Command(
      name = "replay",
      description =
          "Replays the records of a dead-letter topic to the consumer that could not handle them, each once.")
  void replay(
      @Mixin ClusterOption cluster,
      @Parameters(paramLabel = "TOPIC", description = TOPIC) String topic,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "" + Integer.MAX_VALUE,
              description = "At most so many (default: all that were not replayed).")
          int limit) {
    int sent = cluster.deadLetters().replay(topic, limit);
    spec.commandLine().getOut().println("Replayed: " + sent);
  }
}
