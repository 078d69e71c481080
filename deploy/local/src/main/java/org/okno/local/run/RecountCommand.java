package org.okno.local.run;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.okno.engines.Await;
import org.okno.engines.EngineException;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Settings;
import org.okno.engines.stack.SummaryRecount;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Recomputes the daily summary of the running stack from its topics. */
@Command(
    name = "summary",
    description = {
      "Recomputes the daily summary from the beginning of the topics. Analytics is restarted for it; then readers see",
      "the former numbers until the new ones have caught up, and those all at once."
    })
public final class RecountCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--timeout",
      description =
          "Seconds to wait until it has caught up (default: ${DEFAULT-VALUE}). Afterwards it goes on.")
  private int timeout = 3600;

  @Override
  public Integer call() {
    Stacks stacks = new Stacks(data.folder());
    RunningStack running = stacks.required();
    Settings settings = stacks.settings(running);
    PrintWriter out = spec.commandLine().getOut();
    new SupervisorClient(running)
        .whileStopped(Part.ANALYTICS, () -> new SummaryRecount(settings).request());
    out.println("The summary is recomputed; until it has caught up the former numbers are read.");
    out.flush();
    try (Services services = Services.of(settings)) {
      if (!Await.until(Duration.ofSeconds(timeout), () -> isShown(services))) {
        throw new EngineException(
            "It has not caught up after %d s, and goes on: see ./okno logs analytics"
                .formatted(timeout));
      }
    }
    out.println("The summary is the new one.");
    return 0;
  }

  /** False also while it does not respond. */
  private static boolean isShown(Services services) {
    try {
      return !services
          .as(Caller.ANALYST)
          .get("analytics", "/v1/reconciliation")
          .body()
          .path("recounting")
          .asBoolean(true);
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
