package org.okno.analytics.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.Assignment;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.HeldNeed;
import org.okno.contracts.IntakeEvent.QuestionnaireSubmitted;
import org.okno.contracts.NeedRef;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.contracts.RoutingEvent.RequestRerouted;
import org.okno.contracts.RoutingEvent.RequestRouted;
import org.okno.contracts.SealedBlock;
import org.okno.contracts.SealedData;
import org.okno.contracts.TerritoryRef;
import org.okno.messaging.EventIds;

/** A request and the events it leads to; times are given as the wait since the person asked. */
public record Request(Questionnaire questionnaire) {
  public static final TerritoryRef SAMARA = new TerritoryRef("36701000", "Europe/Samara");

  /** Asked for at {@code asked}, received a minute later. */
  public static Request of(String channel, String asked, String... needs) {
    return of(SAMARA, channel, Instant.parse(asked), needs);
  }

  public static Request of(TerritoryRef territory, String channel, Instant asked, String... needs) {
    UUID person = EventIds.next();
    SealedBlock block = new SealedBlock(List.of(person), "c2VhbGVk");
    List<RequestedNeed> asNeeds =
        Arrays.stream(needs).map(n -> new RequestedNeed(EventIds.next(), n, null)).toList();
    return new Request(
        new Questionnaire(
            EventIds.next(),
            "A-1",
            channel,
            asked,
            asked.plusSeconds(60),
            territory,
            person,
            person,
            List.of(),
            "normal",
            asNeeds,
            new SealedData(block, block, block)));
  }

  public QuestionnaireSubmitted submitted() {
    return new QuestionnaireSubmitted(questionnaire);
  }

  public RequestRouted routed(String agency, Duration wait) {
    return new RequestRouted(questionnaire, given(agency), after(wait));
  }

  /** Every need waits. */
  public RequestHeld held(Duration wait) {
    List<HeldNeed> waiting =
        questionnaire.needs().stream()
            .map(need -> new HeldNeed(need.id(), need.need(), "no rule", List.of()))
            .toList();
    return new RequestHeld(questionnaire, List.of(), waiting, after(wait));
  }

  public RequestRerouted rerouted(String agency, Duration wait) {
    return new RequestRerouted(questionnaire, given(agency), "dispatcher-1", after(wait));
  }

  /** The first need. */
  public NeedAccepted accepted(String agency, Duration wait) {
    return new NeedAccepted(ref(), agency(agency), after(wait));
  }

  public NeedResolved resolved(String agency, Duration wait) {
    return new NeedResolved(ref(), agency(agency), "helped", after(wait));
  }

  public NeedDeclined declined(String agency, Duration wait) {
    return new NeedDeclined(ref(), agency(agency), "no-capacity", after(wait));
  }

  private List<Assignment> given(String agency) {
    return questionnaire.needs().stream()
        .map(
            need ->
                new Assignment(
                    need.id(), need.need(), agency(agency), "by-territory", 1, "its own", 24))
        .toList();
  }

  private NeedRef ref() {
    RequestedNeed first = questionnaire.needs().getFirst();
    return new NeedRef(
        questionnaire.requestId(),
        first.id(),
        first.need(),
        questionnaire.channel(),
        questionnaire.territory(),
        questionnaire.requestedAt());
  }

  private static AgencyRef agency(String id) {
    return new AgencyRef(id, "Agency " + id);
  }

  private Instant after(Duration wait) {
    return questionnaire.requestedAt().plus(wait);
  }
}
