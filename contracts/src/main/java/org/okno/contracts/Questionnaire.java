package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request for help in Okno's one form. What routing and analytics need is in the clear; what
 * names or describes a person is in {@link SealedData}.
 *
 * @param requestId UUIDv7
 * @param trackingNumber the short number people are told
 * @param channel where the request came in, for example {@code hotline}
 * @param requestedAt when the person asked; never later than {@code receivedAt}
 * @param receivedAt when Okno promised to keep the request
 * @param applicantId the person who asked
 * @param beneficiaryId the person who needs help; equal to {@code applicantId} when they ask for
 *     themselves
 * @param targetGroups codes such as {@code large-family}; may be empty
 * @param urgency {@code planned}, {@code normal}, {@code urgent} or {@code emergency}
 * @param needs at least one
 * @param territoryCandidates the territories that may be meant, best first, where the place was
 *     given by an address or a point and is not clear: {@code territory} is then one around them
 *     all, and a dispatcher decides; null where the territory is clear, and in events from before
 *     December 2026
 */
public record Questionnaire(
    UUID requestId,
    String trackingNumber,
    String channel,
    Instant requestedAt,
    Instant receivedAt,
    TerritoryRef territory,
    UUID applicantId,
    UUID beneficiaryId,
    List<String> targetGroups,
    String urgency,
    List<RequestedNeed> needs,
    SealedData sealed,
    @Nullable List<TerritoryCandidate> territoryCandidates) {

  /**
   * A territory that may be meant.
   *
   * @param confidence how often such a candidate is right, 0 to 1
   */
  public record TerritoryCandidate(String code, double confidence) {
    public TerritoryCandidate {
      requireNonNull(code, "code");
    }
  }

  public Questionnaire {
    requireNonNull(requestId, "requestId");
    requireNonNull(trackingNumber, "trackingNumber");
    requireNonNull(channel, "channel");
    requireNonNull(requestedAt, "requestedAt");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(territory, "territory");
    requireNonNull(applicantId, "applicantId");
    requireNonNull(beneficiaryId, "beneficiaryId");
    requireNonNull(urgency, "urgency");
    requireNonNull(sealed, "sealed");
    targetGroups = List.copyOf(requireNonNull(targetGroups, "targetGroups"));
    needs = List.copyOf(requireNonNull(needs, "needs"));
    if (needs.isEmpty()) {
      throw new IllegalArgumentException("needs: at least one need is required");
    }
    territoryCandidates = territoryCandidates == null ? null : List.copyOf(territoryCandidates);
  }

  /** The same request, its needs as they are known by now. */
  public Questionnaire withNeeds(List<RequestedNeed> known) {
    return new Questionnaire(
        requestId,
        trackingNumber,
        channel,
        requestedAt,
        receivedAt,
        territory,
        applicantId,
        beneficiaryId,
        targetGroups,
        urgency,
        known,
        sealed,
        territoryCandidates);
  }

  /** A request whose territory is clear. */
  public Questionnaire(
      UUID requestId,
      String trackingNumber,
      String channel,
      Instant requestedAt,
      Instant receivedAt,
      TerritoryRef territory,
      UUID applicantId,
      UUID beneficiaryId,
      List<String> targetGroups,
      String urgency,
      List<RequestedNeed> needs,
      SealedData sealed) {
    this(
        requestId,
        trackingNumber,
        channel,
        requestedAt,
        receivedAt,
        territory,
        applicantId,
        beneficiaryId,
        targetGroups,
        urgency,
        needs,
        sealed,
        null);
  }
}
