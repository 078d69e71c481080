package org.okno.routing.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.HeldNeed;
import org.okno.contracts.NeedSuggestion;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.http.ActorView;
import org.okno.http.AgencyView;
import org.okno.http.ReasonView;

/** An entry as dispatchers see it: nothing of the person, sealed or not. */
@Schema(name = "TriageEntry", description = "A request with needs that no rule could assign")
public record TriageView(
    @Schema(
            description = "Id of the request",
            examples = "019cad30-059a-7b2f-8036-0ae312051665",
            required = true)
        UUID requestId,
    @Schema(description = "As people know the request", examples = "7K3M-90QX-4Z", required = true)
        String trackingNumber,
    @Schema(
            description = "Channel; codes: GET /v1/channels of intake",
            examples = "hotline",
            required = true)
        String channel,
    @Schema(
            description = "Where the person is; codes: GET /v1/directory/territories",
            examples = "02701302",
            required = true)
        String territory,
    @Schema(
            description = "When the person asked",
            examples = "2026-03-02T06:12:00.000Z",
            required = true)
        Instant requestedAt,
    @Schema(
            description = "When Okno had it",
            examples = "2026-03-02T06:15:31.482Z",
            required = true)
        Instant receivedAt,
    @Schema(
            description = "When it was held",
            examples = "2026-03-02T06:15:31.611Z",
            required = true)
        Instant heldAt,
    @Schema(description = "Minutes since Okno had it", examples = "47", required = true)
        long ageMinutes,
    @Schema(
            description = "Urgency",
            examples = "urgent",
            enumeration = {"emergency", "urgent", "normal", "planned"},
            required = true)
        String urgency,
    @Schema(
            description = "Target groups of the person; codes: GET /v1/directory/terms",
            examples = "[\"large-family\"]",
            required = true)
        List<String> targetGroups,
    @Schema(
            description = "Waiting while any of the needs waits",
            examples = "waiting",
            enumeration = {"waiting", "done"},
            required = true)
        String state,
    @Schema(
            description = "Subject of the dispatcher who works on it; absent where nobody does",
            examples = "b7c2b9d4-0c0e-4b7e-8d43-52c0f6b0e3a1")
        @Nullable String claimedBy,
    @Schema(
            description = "Until when nobody else may settle it; absent where nobody works on it",
            examples = "2026-03-02T06:58:00.000Z")
        @Nullable Instant claimedUntil,
    @Schema(description = "The needs that were held", required = true) List<Held> needs,
    @Schema(description = "Every need of the request, held or not", required = true)
        List<Requested> allNeeds,
    @Schema(description = "Version of the entry, as in its ETag", examples = "1", required = true)
        long version) {

  /** A need that was held. */
  @Schema(name = "HeldNeed", description = "A need that was held")
  public record Held(
      @Schema(
              description = "Id of the need",
              examples = "019cad30-059a-7638-8b27-cb781180fa9b",
              required = true)
          UUID needId,
      @Schema(
              description =
                  "What is needed; codes: GET /v1/directory/terms, or unclear where nobody knows it"
                      + " yet",
              examples = "housing",
              required = true)
          String need,
      @Schema(description = "How it was recognized in the text; absent where it was named")
          @Nullable Suggestion suggestion,
      @Schema(description = "Why no rule assigned it", required = true) ReasonView reason,
      @Schema(description = "At most three, best first", required = true, maxItems = 3)
          List<Candidate> candidates,
      @Schema(description = "The agencies that declined it, in their order", required = true)
          List<RefusalView> refusals,
      @Schema(description = "Its agency; absent while it waits") @Nullable AgencyView agency,
      @Schema(
              description = "When a dispatcher assigned it; absent while it waits",
              examples = "2026-03-02T07:01:12.000Z")
          @Nullable Instant assignedAt,
      @Schema(description = "Who assigned it; absent while it waits")
          @Nullable ActorView assignedBy,
      @Schema(
              description = "When the person withdrew it; absent where they did not",
              examples = "2026-03-02T07:01:12.000Z")
          @Nullable Instant withdrawnAt) {

    private static Held of(TriageNeed need, Locale language) {
      return new Held(
          need.needId(),
          need.need(),
          Suggestion.of(need.suggestion()),
          ReasonView.of(need.reason(), need.reasonParameters(), language),
          need.candidates().stream().map(one -> Candidate.of(one, language)).toList(),
          need.refusals() == null
              ? List.of()
              : need.refusals().stream().map(RefusalView::of).toList(),
          need.agency() == null ? null : AgencyView.of(need.agency()),
          need.assignedAt(),
          ActorView.of(need.assignedBy()),
          need.withdrawal() == null ? null : need.withdrawal().withdrawnAt());
    }
  }

  /** How a need was recognized in the text of the request. */
  @Schema(name = "NeedSuggestion", description = "How a need was recognized in the text")
  public record Suggestion(
      @Schema(
              description = "How often such a suggestion is right; absent where no need was clear",
              examples = "0.64",
              minimum = "0",
              maximum = "1")
          @Nullable Double confidence,
      @Schema(
              description = "What may be needed, most likely first; at most three",
              required = true,
              maxItems = 3)
          List<SuggestedNeed> candidates) {

    private static @Nullable Suggestion of(@Nullable NeedSuggestion suggestion) {
      return suggestion == null
          ? null
          : new Suggestion(
              suggestion.confidence(),
              suggestion.candidates().stream()
                  .map(one -> new SuggestedNeed(one.need(), one.confidence()))
                  .toList());
    }
  }

  /** A need that may be meant. */
  @Schema(description = "A need that may be meant")
  public record SuggestedNeed(
      @Schema(
              description = "Code; codes: GET /v1/directory/terms",
              examples = "housing",
              required = true)
          String need,
      @Schema(
              description = "How often such a candidate is right",
              examples = "0.64",
              minimum = "0",
              maximum = "1",
              required = true)
          double confidence) {}

  /** An agency that might accept a need. */
  @Schema(description = "An agency that might accept the need")
  public record Candidate(
      @Schema(description = "The agency", required = true) AgencyView agency,
      @Schema(description = "Why it is a candidate", required = true) ReasonView reason) {

    private static Candidate of(HeldNeed.Candidate candidate, Locale language) {
      return new Candidate(
          AgencyView.of(candidate.agency()),
          ReasonView.of(candidate.reason(), candidate.reasonParameters(), language));
    }
  }

  /** A need as it was asked for. */
  @Schema(name = "RequestedNeed", description = "A need as it was asked for")
  public record Requested(
      @Schema(
              description = "Id of the need",
              examples = "019cad30-059a-7638-8b27-cb781180fa9b",
              required = true)
          UUID id,
      @Schema(
              description = "Code; codes: GET /v1/directory/terms, or unclear where nobody knew it",
              examples = "housing",
              required = true)
          String need,
      @Schema(description = "Code of the life situation", examples = "debt")
          @Nullable String situation) {

    private static Requested of(RequestedNeed need) {
      return new Requested(need.id(), need.need(), need.situation());
    }
  }

  static TriageView of(TriageEntryEntity entry, Locale language, Instant now) {
    Questionnaire questionnaire = entry.questionnaire();
    TriageClaim.@Nullable By claim = entry.claim(now) instanceof TriageClaim.By by ? by : null;
    return new TriageView(
        entry.requestId(),
        questionnaire.trackingNumber(),
        questionnaire.channel(),
        questionnaire.territory().code(),
        questionnaire.requestedAt(),
        questionnaire.receivedAt(),
        entry.heldAt(),
        Math.max(0, Duration.between(questionnaire.receivedAt(), now).toMinutes()),
        questionnaire.urgency(),
        questionnaire.targetGroups(),
        entry.state(),
        claim == null ? null : claim.dispatcher(),
        claim == null ? null : claim.until(),
        entry.needs().stream().map(need -> Held.of(need, language)).toList(),
        questionnaire.needs().stream().map(Requested::of).toList(),
        entry.version());
  }
}
