package org.okno.routing.triage;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.okno.contracts.Actor;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RoutingEvent.RequestRerouted;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;
import org.okno.identity.Rows;
import org.okno.messaging.Journal;
import org.okno.routing.directory.CurrentDirectory;
import org.okno.routing.directory.DirectorySnapshot;

/**
 * A dispatcher assigns held needs to agencies: the entry and the event that records it, in one
 * transaction.
 */
@Singleton
public class AssignHeldNeeds {
  private static final Logger LOG = Logger.getLogger(AssignHeldNeeds.class);

  private final TriageRepository repository;
  private final CurrentDirectory current;
  private final Journal journal;
  private final Clock clock;
  private final TriageSettings settings;

  AssignHeldNeeds(
      TriageRepository repository,
      CurrentDirectory current,
      Journal journal,
      Clock clock,
      TriageSettings settings) {
    this.repository = repository;
    this.current = current;
    this.journal = journal;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Assigns some or all of an entry's waiting needs. A step that already succeeded succeeds again
   * and changes nothing.
   *
   * @param permitted an entry that is not among these rows is unknown
   * @param actor who assigns them
   * @param requireVersion throws where the dispatcher did not see this version of the entry
   * @return the entry as it is now
   * @throws ProblemException 404 without such an entry, 400 with every validation error, 409 if a
   *     need is assigned already, was withdrawn, or another dispatcher works on the entry
   */
  @Transactional
  TriageEntryEntity assign(
      UUID requestId,
      Rows permitted,
      Actor actor,
      LongConsumer requireVersion,
      TriageAssignments chosen) {
    DirectorySnapshot directory = current.fresh();
    TriageEntryEntity entry =
        repository
            .locked(requestId, permitted)
            .orElseThrow(() -> Problem.notFound(TriageResource.NOT_HELD).asException());
    if (chosen.areDoneIn(entry.needs())) {
      return entry;
    }
    requireNotClaimedByAnother(entry, actor);
    requireVersion.accept(entry.version());
    List<FieldError> errors = chosen.errors(entry.needs(), directory);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
    assign(entry, chosen, directory, actor);
    return entry;
  }

  private void requireNotClaimedByAnother(TriageEntryEntity entry, Actor actor) {
    if (entry.claim(clock.instant()) instanceof TriageClaim.By by
        && by.isOfAnotherThan(actor.subject())) {
      throw ClaimResult.Rejected.has(by).asException();
    }
  }

  private void assign(
      TriageEntryEntity entry, TriageAssignments chosen, DirectorySnapshot directory, Actor actor) {
    Questionnaire questionnaire = entry.knownQuestionnaire();
    Instant now = clock.instant();
    DispatcherChoice choice =
        DispatcherChoice.of(
            chosen,
            entry.needs(),
            questionnaire,
            directory,
            settings.respondWithinHours(),
            now,
            actor);
    entry.put(choice.needs());
    journal.append(
        List.of(
            new RequestRerouted(questionnaire, choice.assignments(), actor.subject(), now, actor)));
    MDC.put("requestId", entry.requestId().toString());
    LOG.info("request routed by a dispatcher");
    MDC.remove("requestId");
  }
}
