package org.okno.local.deadletters;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows why each record of a topic was dead-lettered. */
@Command(
    name = "show",
    description =
        "Shows each record: offset, time, origin, event type and id, reason. Never its value.")
public final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ClusterOption cluster = new ClusterOption();

  @Parameters(paramLabel = "TOPIC", description = "Such as case.okno.decisions.dlq.")
  private String topic = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    cluster.deadLetters().forEach(topic, deadLetter -> out.println(deadLetter.line()));
    out.flush();
    return 0;
  }
}
