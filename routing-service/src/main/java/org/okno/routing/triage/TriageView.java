package org.okno.routing.triage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;

/**
 * An entry as dispatchers see it: nothing of the person, sealed or not.
 *
 * @param state {@code waiting} or {@code done}
 * @param needs the held ones
 * @param allNeeds every need of the request, held or not, as asked for
 * @param version goes with the ETag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TriageView(
    UUID requestId,
    String trackingNumber,
    String channel,
    String territory,
    Instant requestedAt,
    Instant receivedAt,
    Instant heldAt,
    String urgency,
    List<String> targetGroups,
    String state,
    List<TriageNeed> needs,
    List<RequestedNeed> allNeeds,
    long version) {

  static TriageView of(TriageEntry entry) {
    Questionnaire asked = entry.questionnaire();
    return new TriageView(
        entry.requestId(),
        asked.trackingNumber(),
        asked.channel(),
        asked.territory().code(),
        asked.requestedAt(),
        asked.receivedAt(),
        entry.heldAt(),
        asked.urgency(),
        asked.targetGroups(),
        entry.state(),
        entry.needs(),
        asked.needs(),
        entry.version());
  }
}
