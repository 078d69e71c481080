package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
    SealedData sealed) {

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
  }
}
