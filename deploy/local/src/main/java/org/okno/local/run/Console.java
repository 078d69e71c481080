package org.okno.local.run;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Progress;
import org.okno.engines.stack.Settings;

/** The output of {@code up}. */
final class Console implements Progress {

  private static final long EXPECTED_STOP_SECONDS = 8;

  private final PrintWriter out;

  Console(PrintWriter out) {
    this.out = out;
  }

  void print(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void starting(Part part) {
    print("  starting " + part.label() + " …");
  }

  @Override
  public void ready(Part part, Duration took) {
    print("  %-10s ready after %.1f s".formatted(part.label(), took.toMillis() / 1000.0));
  }

  @Override
  public void step(String what) {
    print("  " + what);
  }

  /** One line per part: its address and its log; for the issuer, the folder of its keys. */
  void table(Settings settings) {
    settings.parts().stream()
        .sorted()
        .forEach(part -> row(part.label(), settings.url(part), settings.log(part)));
    row("issuer", settings.issuer().url(), settings.identity());
  }

  private void row(String name, Object url, Path file) {
    print("%-10s %-30s %s".formatted(name, url, file));
  }

  /** Waits for a stop; explains one that takes longer than usual. */
  void await(CompletableFuture<?> stop) {
    stop.thenApply(stopped -> true)
        .completeOnTimeout(false, EXPECTED_STOP_SECONDS, TimeUnit.SECONDS)
        .thenAccept(
            stopped -> {
              if (!stopped) {
                print(
                    "Still stopping: after its first run each JVM writes its AOT cache, about half"
                        + " a minute; the next start takes half of the time.");
              }
            });
    stop.join();
  }
}
