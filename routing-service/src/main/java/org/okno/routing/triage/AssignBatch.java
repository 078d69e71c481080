package org.okno.routing.triage;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.okno.contracts.Actor;
import org.okno.http.Language;
import org.okno.http.Preconditions;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;
import org.okno.identity.Rows;

/**
 * Assigns the needs of several entries, each in a transaction of its own: one that somebody else
 * has, or that changed meanwhile, does not hold back the others.
 */
@Singleton
class AssignBatch {
  private final AssignHeldNeeds assignHeldNeeds;
  private final TriageResponses responses;
  private final TriageSettings settings;

  AssignBatch(AssignHeldNeeds assignHeldNeeds, TriageResponses responses, TriageSettings settings) {
    this.assignHeldNeeds = assignHeldNeeds;
    this.responses = responses;
    this.settings = settings;
  }

  /**
   * Assigns what can be assigned. A batch that was cut short is sent again: what is done is done.
   *
   * @return one result an entry, in their order
   * @throws ProblemException 400 where the batch does not say what to do with which entry; nothing
   *     was changed
   */
  List<TriageBatchResult> assign(
      TriageBatch batch, Rows permitted, Actor actor, Language language) {
    List<FieldError> errors = batch.errors(settings.maxBatch());
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
    List<TriageBatchResult> results = new ArrayList<>();
    for (TriageBatch.Item item : batch.valid()) {
      results.add(assign("/items/" + results.size(), item, permitted, actor, language));
    }
    return results;
  }

  private TriageBatchResult assign(
      String pointer, TriageBatch.Item item, Rows permitted, Actor actor, Language language) {
    UUID requestId = requireNonNull(item.requestId());
    long seen = requireNonNull(item.version());
    try {
      TriageEntryEntity entry =
          assignHeldNeeds.assign(
              requestId, permitted, actor, version -> requireSame(seen, version), item.chosen());
      return TriageBatchResult.of(responses.view(entry, language));
    } catch (ProblemException e) {
      return TriageBatchResult.of(requestId, within(pointer, e.problem()));
    }
  }

  private static void requireSame(long seen, long version) {
    if (seen != version) {
      throw Preconditions.stale();
    }
  }

  /** The same problem with pointers into the batch. */
  private static Problem within(String pointer, Problem problem) {
    return problem.with(
        problem.errors().stream()
            .map(error -> new FieldError(pointer + error.pointer(), error.detail()))
            .toList());
  }
}
