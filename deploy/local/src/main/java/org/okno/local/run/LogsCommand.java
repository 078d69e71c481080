package org.okno.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.okno.engines.EngineException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a part's log. */
@Command(name = "logs", description = "Shows the end of a part's log.")
public final class LogsCommand implements Callable<Integer> {

  private static final int TAIL_BYTES = 16 * 1024;

  @Mixin private PartArgument argument = new PartArgument();

  @Option(
      names = {"-f", "--follow"},
      description = "Continues with what is appended.")
  private boolean follow;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path log = argument.data().folder().resolve("log").resolve(argument.part().label() + ".log");
    if (!Files.exists(log)) {
      throw new EngineException("There is no log yet: " + log + " is missing.");
    }
    LogTail tail = new LogTail(log, Math.max(0, Files.size(log) - TAIL_BYTES));
    tail.copy();
    while (follow) {
      Thread.sleep(200);
      tail.copy();
    }
    return 0;
  }
}
