package org.okno.routing.triage;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.okno.contracts.Actor;
import org.okno.http.Problem;
import org.okno.http.ProblemException;
import org.okno.identity.Rows;
import org.okno.routing.triage.ClaimResult.Changed;
import org.okno.routing.triage.ClaimResult.Rejected;
import org.okno.routing.triage.ClaimResult.Repeated;

/** A dispatcher claims or releases an entry, so that two do not work on one. */
@Singleton
public class ChangeClaim {
  private final TriageRepository repository;
  private final Clock clock;
  private final TriageSettings settings;

  ChangeClaim(TriageRepository repository, Clock clock, TriageSettings settings) {
    this.repository = repository;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Applies a step. One that already succeeded succeeds again, whichever version it is based on.
   *
   * @param permitted an entry that is not among these rows is unknown
   * @param actor who requested the step
   * @param requireVersion throws where the dispatcher did not see this version of the entry
   * @return the entry as it is now
   * @throws ProblemException 404 without such an entry, 409 if somebody else has it or nothing of
   *     it waits
   */
  @Transactional
  TriageEntryEntity apply(
      UUID requestId, Rows permitted, Actor actor, LongConsumer requireVersion, ClaimStep step) {
    TriageEntryEntity entry =
        repository
            .locked(requestId, permitted)
            .orElseThrow(() -> Problem.notFound(TriageResource.NOT_HELD).asException());
    Instant now = clock.instant();
    if (entry.isDone()) {
      return done(entry, step);
    }
    switch (step.decide(entry.claim(now), actor.subject(), now, settings.claimLasts())) {
      case Changed(TriageClaim claim) -> {
        requireVersion.accept(entry.version());
        entry.put(claim);
      }
      case Repeated(TriageClaim claim) -> entry.put(claim);
      case Rejected rejected -> throw rejected.asException();
    }
    return entry;
  }

  private static TriageEntryEntity done(TriageEntryEntity entry, ClaimStep step) {
    return switch (step) {
      case ClaimStep.Claim claim ->
          throw Problem.of(
                  409, "state", "Nothing of the entry waits", "Its needs have their agencies.")
              .asException();
      // A claim ends with the entry.
      case ClaimStep.Release release -> entry;
    };
  }
}
