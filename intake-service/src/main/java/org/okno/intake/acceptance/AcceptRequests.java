package org.okno.intake.acceptance;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.okno.contracts.IntakeEvent.QuestionnaireSubmitted;
import org.okno.contracts.TerritoryRef;
import org.okno.intake.database.Transactions;
import org.okno.intake.vault.DataKey;
import org.okno.intake.vault.Persons;
import org.okno.journal.Journal;

/**
 * Accepts requests, many in one transaction: persons, requests and journal hold together or not at
 * all. What was accepted before is found by the table's unique keys, never by looking first.
 */
public final class AcceptRequests {
  private static final int PASSES = 3;

  private final Transactions transactions;
  private final Persons persons;
  private final Journal journal;
  private final Function<String, TerritoryRef> territories;
  private final Clock clock;

  /**
   * @param territories the territory for a code that a questionnaire was found right with
   */
  public AcceptRequests(
      Transactions transactions,
      Persons persons,
      Journal journal,
      Function<String, TerritoryRef> territories,
      Clock clock) {
    this.transactions = transactions;
    this.persons = persons;
    this.journal = journal;
    this.territories = territories;
    this.clock = clock;
  }

  /**
   * The outcome of each submission, in their order; it holds when this returns.
   *
   * @throws org.okno.intake.database.DatabaseException if nothing was accepted, or if the commit
   *     failed and nobody knows; sending the same again is right in both cases
   */
  public List<Outcome> accept(List<Submission> submissions) {
    return transactions.write(connection -> accept(connection, submissions));
  }

  private List<Outcome> accept(Connection connection, List<Submission> submissions)
      throws SQLException {
    Map<Integer, Submission> open = new LinkedHashMap<>();
    for (int i = 0; i < submissions.size(); i++) {
      open.put(i, submissions.get(i));
    }
    Map<Integer, Outcome> outcomes = new HashMap<>();
    for (int pass = 0; !open.isEmpty(); pass++) {
      if (pass == PASSES) {
        throw new IllegalStateException("requests were neither accepted nor found");
      }
      outcomes.putAll(acceptNew(connection, open));
      open.keySet().removeAll(outcomes.keySet());
      if (!open.isEmpty()) {
        outcomes.putAll(findEarlier(connection, open));
        // What is still open met a tracking number that was given before: again, with a new one.
        open.keySet().removeAll(outcomes.keySet());
      }
    }
    return submissions.isEmpty() ? List.of() : inOrder(outcomes, submissions.size());
  }

  private Map<Integer, Outcome> acceptNew(Connection connection, Map<Integer, Submission> open)
      throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Persons.Keys keys =
        persons.keys(
            connection,
            open.values().stream().flatMap(one -> one.persons().stream()).toList(),
            now);
    Map<Integer, Draft> drafts = drafts(open, keys.inOrder().iterator(), now);
    Set<UUID> written = RequestRows.insert(connection, drafts.values());
    drafts.values().removeIf(draft -> !written.contains(draft.questionnaire().requestId()));
    discardUnnamed(connection, keys.made(), drafts);
    journal.append(
        connection,
        drafts.values().stream()
            .map(draft -> new QuestionnaireSubmitted(draft.questionnaire()))
            .toList());
    Map<Integer, Outcome> accepted = new HashMap<>();
    drafts.forEach((place, draft) -> accepted.put(place, new Outcome.Accepted(draft.accepted())));
    return accepted;
  }

  private Map<Integer, Draft> drafts(
      Map<Integer, Submission> open, Iterator<DataKey> keys, Instant now) {
    Map<Integer, Draft> drafts = new LinkedHashMap<>();
    open.forEach(
        (place, submission) -> {
          DataKey applicant = keys.next();
          DataKey beneficiary = submission.form().beneficiary() == null ? applicant : keys.next();
          TerritoryRef territory = territories.apply(submission.form().territory());
          drafts.put(place, Draft.of(submission, territory, applicant, beneficiary, now));
        });
    return drafts;
  }

  private static void discardUnnamed(
      Connection connection, Set<UUID> made, Map<Integer, Draft> accepted) throws SQLException {
    Set<UUID> unnamed = new HashSet<>(made);
    for (Draft draft : accepted.values()) {
      unnamed.remove(draft.questionnaire().applicantId());
      unnamed.remove(draft.questionnaire().beneficiaryId());
    }
    if (!unnamed.isEmpty()) {
      Persons.discard(connection, unnamed);
    }
  }

  private static Map<Integer, Outcome> findEarlier(
      Connection connection, Map<Integer, Submission> open) throws SQLException {
    EarlierRequests earlier = EarlierRequests.of(connection, open.values());
    Map<Integer, Outcome> found = new HashMap<>();
    open.forEach(
        (place, submission) ->
            earlier.outcome(submission).ifPresent(outcome -> found.put(place, outcome)));
    return found;
  }

  private static List<Outcome> inOrder(Map<Integer, Outcome> outcomes, int size) {
    List<Outcome> ordered = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      ordered.add(requireNonNull(outcomes.get(i)));
    }
    return ordered;
  }
}
