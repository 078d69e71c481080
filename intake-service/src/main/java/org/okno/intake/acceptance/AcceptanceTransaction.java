package org.okno.intake.acceptance;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.okno.contracts.IntakeEvent.QuestionnaireSubmitted;
import org.okno.contracts.TerritoryRef;
import org.okno.intake.directory.CurrentDirectory;
import org.okno.intake.directory.Directory;
import org.okno.intake.vault.DataKey;
import org.okno.intake.vault.PersonRepository;
import org.okno.intake.vault.ResolvePersons;
import org.okno.messaging.Journal;

/**
 * Accepts requests, many in one transaction: persons, requests and journal are stored together or
 * not at all. The table's unique keys recognize what was accepted before, never a query in advance.
 */
@Singleton
class AcceptanceTransaction {
  private static final int MAX_PASSES = 3;

  private final ResolvePersons resolvePersons;
  private final PersonRepository persons;
  private final AcceptanceRepository requests;
  private final Journal journal;
  private final CurrentDirectory directory;
  private final Clock clock;

  AcceptanceTransaction(
      ResolvePersons resolvePersons,
      PersonRepository persons,
      AcceptanceRepository requests,
      Journal journal,
      CurrentDirectory directory,
      Clock clock) {
    this.resolvePersons = resolvePersons;
    this.persons = persons;
    this.requests = requests;
    this.journal = journal;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * The outcome of each submission, in their order, committed when this returns. After a failure at
   * the commit the result is unknown; sending the same again is safe.
   */
  @Transactional
  List<Outcome> accept(List<Submission> submissions) {
    Map<Integer, Submission> open = new LinkedHashMap<>();
    submissions.forEach(submission -> open.put(open.size(), submission));
    Map<Integer, Outcome> outcomes = new TreeMap<>();
    for (int pass = 0; !open.isEmpty(); pass++) {
      if (pass == MAX_PASSES) {
        throw new IllegalStateException("requests were neither inserted nor found");
      }
      outcomes.putAll(acceptNew(open));
      open.keySet().removeAll(outcomes.keySet());
      if (!open.isEmpty()) {
        outcomes.putAll(findEarlier(open));
        // The rest got a tracking number that was given before: again, with a new one.
        open.keySet().removeAll(outcomes.keySet());
      }
    }
    return List.copyOf(outcomes.values());
  }

  private Map<Integer, Outcome> acceptNew(Map<Integer, Submission> open) {
    Instant now = clock.instant();
    ResolvePersons.Resolved resolved =
        resolvePersons.resolve(
            open.values().stream().flatMap(one -> one.persons().stream()).toList(), now);
    Map<Integer, Draft> drafts = drafts(open, resolved.keys().iterator(), now);
    Set<UUID> inserted = requests.insert(drafts.values());
    drafts.values().removeIf(draft -> !inserted.contains(draft.questionnaire().requestId()));
    deleteUnreferenced(resolved.created(), drafts.values());
    journal.append(
        drafts.values().stream()
            .map(
                draft ->
                    new QuestionnaireSubmitted(draft.questionnaire(), draft.submission().actor()))
            .toList());
    Map<Integer, Outcome> accepted = new LinkedHashMap<>();
    drafts.forEach(
        (position, draft) -> accepted.put(position, new Outcome.Accepted(draft.accepted())));
    return accepted;
  }

  private Map<Integer, Draft> drafts(
      Map<Integer, Submission> open, Iterator<DataKey> keys, Instant now) {
    Directory current = directory.get();
    Map<Integer, Draft> drafts = new LinkedHashMap<>();
    open.forEach(
        (position, submission) -> {
          DataKey applicant = keys.next();
          DataKey beneficiary = submission.form().beneficiary() == null ? applicant : keys.next();
          TerritoryRef territory = territory(current, submission.located().territory());
          drafts.put(position, Draft.of(submission, territory, applicant, beneficiary, now));
        });
    return drafts;
  }

  private static TerritoryRef territory(Directory current, String code) {
    var territory = requireNonNull(current.territory(code), "territories are never deleted");
    return new TerritoryRef(code, territory.zone());
  }

  private void deleteUnreferenced(Set<UUID> created, Collection<Draft> accepted) {
    Set<UUID> unreferenced = new HashSet<>(created);
    for (Draft draft : accepted) {
      unreferenced.remove(draft.questionnaire().applicantId());
      unreferenced.remove(draft.questionnaire().beneficiaryId());
    }
    persons.delete(unreferenced);
  }

  private Map<Integer, Outcome> findEarlier(Map<Integer, Submission> open) {
    EarlierRequests earlier = requests.findEarlier(open.values());
    Map<Integer, Outcome> found = new LinkedHashMap<>();
    open.forEach(
        (position, submission) ->
            earlier.outcome(submission).ifPresent(outcome -> found.put(position, outcome)));
    return found;
  }
}
