package org.okno.local.run;

import java.io.IOException;
import java.io.RandomAccessFile;
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
      description = "Goes on showing what is added.")
  private boolean follow;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path log = argument.data().folder().resolve("log").resolve(argument.part().label() + ".log");
    if (!Files.exists(log)) {
      throw new EngineException("There is no log yet: " + log + " is missing.");
    }
    long shown = showFrom(log, Math.max(0, Files.size(log) - TAIL_BYTES), true);
    while (follow) {
      Thread.sleep(200);
      shown = showFrom(log, Math.min(shown, Files.size(log)), false);
    }
    return 0;
  }

  /**
   * Bytes are passed on as they are: a cut inside a character heals with the next piece. Returns
   * where it ended.
   */
  private static long showFrom(Path log, long begin, boolean wholeLines) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(begin);
      if (wholeLines && begin > 0) {
        file.readLine();
      }
      byte[] piece = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(piece);
      System.out.write(piece);
      System.out.flush();
      return file.length();
    }
  }
}
