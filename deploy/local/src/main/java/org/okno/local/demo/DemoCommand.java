package org.okno.local.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.okno.local.Main;
import org.okno.local.client.Services;
import org.okno.local.run.RunningServices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./okno demo}. */
@Command(
    name = "demo",
    description =
        "Plays a day of a sample region through the stack, and starts the stack if it is not up.")
public final class DemoCommand implements Callable<Integer> {
  @Mixin private RunningServices stack = new RunningServices();

  @Option(
      names = "--requests",
      paramLabel = "N",
      description = "Valid requests to send (default: ${DEFAULT-VALUE}).")
  private int requests = 400;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The same seed plays the same day (default: ${DEFAULT-VALUE}).")
  private long seed = 2026;

  @Override
  public Integer call() {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Services services = stack.open(Main::execute)) {
      return new DemoDay(services, out, Clock.systemUTC(), seed).play(requests) ? 0 : 1;
    }
  }
}
