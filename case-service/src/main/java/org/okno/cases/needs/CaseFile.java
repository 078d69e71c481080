package org.okno.cases.needs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.NeedRef;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.Questionnaire.TerritoryCandidate;
import org.okno.contracts.RequestStatus;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.SealedData;
import org.okno.contracts.TerritoryRef;
import org.okno.identity.Rows;
import org.okno.messaging.Json;

/**
 * A case with its needs, in the order they were asked for; what is sealed stays in the table.
 *
 * @param needs at least one
 * @param referred ids of those whose referral the caller's agency accepted
 */
public record CaseFile(Head head, List<NeedRow> needs, Set<UUID> referred) {

  /**
   * What the case's row says.
   *
   * @param territoryCandidates where the territory is not clear, as JSON; null where it is
   * @param caseVersion the entity tag of the case: one more than the changes of its needs and
   *     persons since it was opened
   */
  public record Head(
      UUID requestId,
      String trackingNumber,
      String channel,
      String territory,
      String zone,
      Instant requestedAt,
      Instant receivedAt,
      Instant openedAt,
      String urgency,
      List<String> targetGroups,
      @Nullable String territoryCandidates,
      UUID applicantId,
      UUID beneficiaryId,
      boolean applicantErased,
      boolean beneficiaryErased,
      long caseVersion) {

    private @Nullable List<TerritoryCandidate> candidates() {
      return territoryCandidates == null
          ? null
          : List.of(Json.read(territoryCandidates, TerritoryCandidate[].class));
    }
  }

  /** One of the needs. */
  public Optional<NeedRow> need(UUID needId) {
    return needs.stream().filter(need -> need.id().equals(needId)).findFirst();
  }

  /** Whether a caller may read all of a need; of any other they see that it exists. */
  public boolean isWhole(NeedRow need, Rows rows) {
    return Visibility.isWhole(need, rows) || referred.contains(need.id());
  }

  /** The status that its needs give the case. */
  public RequestStatus status() {
    return statusOf(needs);
  }

  /** The one rule, for rows. */
  public static RequestStatus statusOf(List<NeedRow> needs) {
    return RequestStatus.of(needs.stream().map(NeedRow::status).map(NeedStatus::ofCode).toList());
  }

  /** A need as its next event names it. */
  NeedRef ref(NeedRow need) {
    return new NeedRef(
        head.requestId(),
        need.id(),
        need.need(),
        head.channel(),
        new TerritoryRef(head.territory(), head.zone()),
        head.requestedAt(),
        need.version() + 1);
  }

  /** The questionnaire of the case, without what was withdrawn. */
  Questionnaire questionnaire(SealedData sealed) {
    return new Questionnaire(
        head.requestId(),
        head.trackingNumber(),
        head.channel(),
        head.requestedAt(),
        head.receivedAt(),
        new TerritoryRef(head.territory(), head.zone()),
        head.applicantId(),
        head.beneficiaryId(),
        head.targetGroups(),
        head.urgency(),
        needs.stream()
            .filter(need -> NeedStatus.ofCode(need.status()) != NeedStatus.WITHDRAWN)
            .map(need -> new RequestedNeed(need.id(), need.need(), need.situation()))
            .toList(),
        sealed,
        head.candidates());
  }

  CaseFile with(NeedRow changed) {
    return new CaseFile(
        head,
        needs.stream().map(need -> need.id().equals(changed.id()) ? changed : need).toList(),
        referred);
  }
}
