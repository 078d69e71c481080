package org.okno.local.vault;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import org.okno.engines.EngineException;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/** Rotates the key that wraps data keys, step by step, and tells how far it is. */
final class KeyRotation {
  private static final String ROTATION = "/v1/vault/rotation";
  private static final byte[] NOTHING = new byte[0];

  /** Whoever read a key just before it was wrapped again unwraps it within this time. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final int ATTEMPTS = 5;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final Services services;
  private final PrintWriter out;

  /**
   * @param services as an administrator
   */
  KeyRotation(Services services, PrintWriter out) {
    this.services = services;
    this.out = out;
  }

  /** One rotation; two where an earlier one was interrupted, for erasures came after its key. */
  void run() {
    if (rotate()) {
      say(
          "An interrupted rotation is complete. Persons may have been erased since it began: once more.");
      rotate();
    }
  }

  /** Whether it continued one that was interrupted. */
  private boolean rotate() {
    JsonNode step = post(ROTATION);
    boolean continued = step.path("continued").asBoolean();
    long rewrapped = step.path("rewrapped").asLong();
    while (step.has("after")) {
      say("Wrapped again: " + rewrapped);
      step = post(ROTATION + "?after=" + step.path("after").asText());
      rewrapped += step.path("rewrapped").asLong();
    }
    say("Wrapped again: " + rewrapped + ", all of them");
    pause(GRACE);
    post(ROTATION + "/completion");
    say(
        "The old key is destroyed. Delete copies of the keyset file from before, and make a backup.");
    return continued;
  }

  /** Each step may be repeated: a service that restarts, or waits for a lock, is asked again. */
  private JsonNode post(String path) {
    Reply reply = services.postRaw("intake", path, NOTHING);
    for (int attempt = 1; reply.status() == 503 && attempt < ATTEMPTS; attempt++) {
      pause(RETRY_AFTER);
      reply = services.postRaw("intake", path, NOTHING);
    }
    return reply.orFail("rotate the vault's key");
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Interrupted; run it again, it continues.");
    }
  }
}
