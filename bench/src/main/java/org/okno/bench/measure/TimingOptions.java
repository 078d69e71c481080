package org.okno.bench.measure;

import java.time.Duration;
import picocli.CommandLine.Option;

/** Options for how long and how often to measure. */
public final class TimingOptions {

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      description = "Same work before the first run, not counted (default: ${DEFAULT-VALUE}).")
  private int warmUp = 30;

  @Option(
      names = "--seconds",
      paramLabel = "SECONDS",
      description = "Length of one run (default: ${DEFAULT-VALUE}).")
  private int seconds = 10;

  @Option(names = "--runs", description = "Runs of each figure (default: ${DEFAULT-VALUE}).")
  private int runs = 3;

  public Timing timing() {
    return new Timing(Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), runs);
  }
}
