package org.okno.routing.triage;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.okno.routing.triage.ClaimResult.Changed;
import org.okno.routing.triage.ClaimResult.Rejected;
import org.okno.routing.triage.ClaimResult.Repeated;
import org.okno.routing.triage.TriageClaim.By;
import org.okno.routing.triage.TriageClaim.Nobody;

/** A dispatcher begins to work on an entry, or leaves it to others. */
public sealed interface ClaimStep {

  /**
   * What becomes of the step.
   *
   * @param dispatcher subject of whoever requested it
   * @param lasts how long a claim holds
   */
  ClaimResult decide(TriageClaim claim, String dispatcher, Instant now, Duration lasts);

  /** Whoever calls works on the entry from now on, or goes on with it. */
  @Schema(name = "ClaimEntry", description = "Says nothing more", examples = "{}")
  record Claim() implements ClaimStep {
    @Override
    public ClaimResult decide(TriageClaim claim, String dispatcher, Instant now, Duration lasts) {
      By own = new By(dispatcher, now.plus(lasts));
      return switch (claim) {
        case Nobody nobody -> new Changed(own);
        case By by when by.dispatcher().equals(dispatcher) -> new Repeated(own);
        case By by -> Rejected.has(by);
      };
    }
  }

  /** Whoever calls works on the entry no more. */
  @Schema(name = "ReleaseEntry", description = "Says nothing more", examples = "{}")
  record Release() implements ClaimStep {
    @Override
    public ClaimResult decide(TriageClaim claim, String dispatcher, Instant now, Duration lasts) {
      return switch (claim) {
        case Nobody nobody -> new Repeated(nobody);
        case By by when by.dispatcher().equals(dispatcher) -> new Changed(new Nobody());
        case By by -> Rejected.has(by);
      };
    }
  }
}
