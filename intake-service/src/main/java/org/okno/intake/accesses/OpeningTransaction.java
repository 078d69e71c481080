package org.okno.intake.accesses;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.okno.contracts.SealedBlock;
import org.okno.intake.accesses.PersonalDataView.FeedbackPart;
import org.okno.intake.accesses.SealedRequest.SealedFeedback;
import org.okno.intake.suggestion.ExplainNeeds;
import org.okno.intake.suggestion.ExplainedNeed;
import org.okno.intake.vault.OpenSealed;
import org.okno.messaging.Json;

/** Opens a request, or refuses that, and records it. */
@Singleton
class OpeningTransaction {
  private final SealedRepository requests;
  private final OpenSealed openSealed;
  private final ExplainNeeds explainNeeds;
  private final AccessJournal accesses;

  OpeningTransaction(
      SealedRepository requests,
      OpenSealed openSealed,
      ExplainNeeds explainNeeds,
      AccessJournal accesses) {
    this.requests = requests;
    this.openSealed = openSealed;
    this.explainNeeds = explainNeeds;
    this.accesses = accesses;
  }

  /** Parts of the personal data of a request; empty where there is no such request. */
  @Transactional
  Optional<PersonalDataView> open(
      UUID requestId, Purpose purpose, Accessor accessor, Set<Part> parts) {
    return requests.find(requestId).map(request -> open(request, purpose, accessor, parts));
  }

  private PersonalDataView open(
      SealedRequest request, Purpose purpose, Accessor accessor, Set<Part> parts) {
    // Opened first: the others wait for whoever appends.
    OpenSealed.Opened opened = openSealed.open(request.id(), request.sealed());
    List<ExplainedNeed> recognized =
        opened.text().map(text -> explainNeeds.in(text, request.needs())).orElse(List.of());
    AccessEntry entry = accesses.append(Access.opened(purpose, accessor, request));
    return PersonalDataView.of(
        entry.id(),
        opened,
        recognized,
        request.feedback().stream().map(this::open).toList(),
        parts);
  }

  private FeedbackPart open(SealedFeedback feedback) {
    String words = feedback.words();
    return FeedbackPart.of(
        feedback,
        words == null
            ? null
            : openSealed.openWords(feedback.id(), Json.read(words, SealedBlock.class)));
  }

  /** Records that somebody tried to open a request; there is nothing to record where it is none. */
  @Transactional
  Optional<PersonalDataView> refuse(UUID requestId, Purpose purpose, Accessor accessor) {
    requests
        .find(requestId)
        .ifPresent(request -> accesses.append(Access.refused(purpose, accessor, request)));
    return Optional.empty();
  }
}
