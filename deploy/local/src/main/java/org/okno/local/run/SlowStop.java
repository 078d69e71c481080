package org.okno.local.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Tells who waits for a stop why it takes longer than usual. */
final class SlowStop {

  private static final long USUAL_SECONDS = 8;

  private SlowStop() {}

  /** Waits until {@code stop} has ended. */
  static void await(CompletableFuture<?> stop, Console console) {
    stop.thenApply(ended -> true)
        .completeOnTimeout(false, USUAL_SECONDS, TimeUnit.SECONDS)
        .thenAccept(
            ended -> {
              if (!ended) {
                console.say(
                    "Still stopping: after its first run each part keeps what its JVM learnt,"
                        + " about half a minute; the next start takes half of the time.");
              }
            });
    stop.join();
  }
}
