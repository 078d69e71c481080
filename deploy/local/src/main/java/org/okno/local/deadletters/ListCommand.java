package org.okno.local.deadletters;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Counts the letters of each topic. */
@Command(
    name = "list",
    description = "Shows how many letters each topic holds, and how many wait for a replay.")
public final class ListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ClusterOption cluster = new ClusterOption();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("letters  waiting  topic");
    cluster
        .deadLetters()
        .counts()
        .forEach(
            count -> out.printf("%7d  %7d  %s%n", count.letters(), count.waiting(), count.topic()));
    out.flush();
    return 0;
  }
}
