package org.okno.routing.triage;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RoutingEvent.RequestRerouted;
import org.okno.http.EntityTags;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;
import org.okno.journal.Journal;
import org.okno.routing.directory.CurrentDirectory;
import org.okno.routing.directory.DirectorySnapshot;

/**
 * A dispatcher gives held needs to agencies: the entry and the event that tells of it, in one
 * transaction.
 */
@ApplicationScoped
public class AssignHeldNeeds {
  private static final Logger LOG = Logger.getLogger(AssignHeldNeeds.class);

  private final TriageEntries entries;
  private final CurrentDirectory current;
  private final Journal journal;
  private final Clock clock;
  private final int respondWithinHours;

  public AssignHeldNeeds(
      TriageEntries entries,
      CurrentDirectory current,
      Journal journal,
      Clock clock,
      @ConfigProperty(name = "okno.triage.respond-within-hours") int respondWithinHours) {
    this.entries = entries;
    this.current = current;
    this.journal = journal;
    this.clock = clock;
    this.respondWithinHours = respondWithinHours;
  }

  /**
   * Assigns some or all of an entry's waiting needs.
   *
   * @param version the version of the entry that the dispatcher saw
   * @return the entry as it is now
   * @throws ProblemException 404 without such an entry, 412 if it was changed since, 400 with every
   *     wrong field, 409 if a need has its agency already
   */
  public TriageView assign(UUID requestId, long version, AssignmentsAsked asked)
      throws SQLException {
    DirectorySnapshot directory = current.fresh();
    TriageView view =
        QuarkusTransaction.requiringNew().call(() -> assign(requestId, version, asked, directory));
    MDC.put("requestId", requestId.toString());
    try {
      LOG.info("request routed by a dispatcher");
    } finally {
      MDC.remove("requestId");
    }
    return view;
  }

  private TriageView assign(
      UUID requestId, long version, AssignmentsAsked asked, DirectorySnapshot directory) {
    TriageEntry entry = entries.locked(requestId).orElseThrow(AssignHeldNeeds::notFound);
    if (entry.version() != version) {
      throw EntityTags.stale();
    }
    List<FieldError> wrong = asked.wrong(entry.needs(), directory);
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong).asException();
    }
    Questionnaire questionnaire = entry.questionnaire();
    Instant now = clock.instant();
    DispatcherChoice choice =
        DispatcherChoice.of(
            asked,
            entry.needs(),
            questionnaire.territory().code(),
            directory,
            respondWithinHours,
            now);
    entry.put(choice.needs());
    RequestRerouted event =
        new RequestRerouted(questionnaire, choice.assignments(), asked.who(), now);
    Session session = entries.getSession();
    session.doWork(connection -> journal.append(connection, List.of(event)));
    session.flush();
    return TriageView.of(entry);
  }

  static ProblemException notFound() {
    return Problem.notFound("No request with this id was ever held for triage.").asException();
  }
}
