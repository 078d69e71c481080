package org.okno.local.run;

import java.io.PrintWriter;
import java.time.Duration;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Progress;
import org.okno.engines.stack.Settings;

/** What {@code up} tells people. */
final class Console implements Progress {

  private final PrintWriter out;

  Console(PrintWriter out) {
    this.out = out;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void starting(Part part) {
    say("  starting " + part.label() + " …");
  }

  @Override
  public void ready(Part part, Duration took) {
    say("  %-10s ready after %.1f s".formatted(part.label(), took.toMillis() / 1000.0));
  }

  @Override
  public void step(String what) {
    say("  " + what);
  }

  /** One line a part: where it is, and its log. */
  void table(Settings settings) {
    settings.parts().stream()
        .sorted()
        .forEach(
            part ->
                say(
                    "%-10s %-30s %s"
                        .formatted(part.label(), settings.url(part), settings.log(part))));
  }
}
