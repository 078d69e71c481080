package org.okno.local.deadletters;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Counts the records of each dead-letter topic. */
@Command(
    name = "list",
    description =
        "Shows how many records each dead-letter topic holds, and how many were not replayed.")
public final class ListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ClusterOption cluster = new ClusterOption();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("records  not replayed  topic");
    cluster
        .deadLetters()
        .counts()
        .forEach(
            count ->
                out.printf("%7d  %12d  %s%n", count.records(), count.notReplayed(), count.topic()));
    out.flush();
    return 0;
  }
}
