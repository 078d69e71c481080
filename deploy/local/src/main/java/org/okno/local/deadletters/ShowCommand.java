package org.okno.local.deadletters;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why each letter of a topic could not be read. */
@Command(
    name = "show",
    description =
        "Shows each letter: offset, time, class, where it came from, event, reason. Never what it holds.")
public final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ClusterOption cluster = new ClusterOption();

  @Parameters(paramLabel = "TOPIC", description = "Such as case.okno.decisions.dlq.")
  private String topic = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    cluster.deadLetters().forEach(topic, letter -> out.println(letter.line()));
    out.flush();
    return 0;
  }
}
