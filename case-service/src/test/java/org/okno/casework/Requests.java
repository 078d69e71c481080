package org.okno.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.okno.cloudevents.EventIds;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.Assignment;
import org.okno.contracts.HeldNeed;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.contracts.RoutingEvent.RequestRerouted;
import org.okno.contracts.RoutingEvent.RequestRouted;
import org.okno.contracts.SealedBlock;
import org.okno.contracts.SealedData;
import org.okno.contracts.TerritoryRef;

/** Made-up requests and what routing decides on them. */
public final class Requests {
  public static final Instant DECIDED =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
  public static final int HOURS = 24;

  private Requests() {}

  /** A request of one person for themselves, with these needs. */
  public static Questionnaire request(String... needs) {
    return requestOf(UUID.randomUUID(), needs);
  }

  /** A request of a person for themselves. */
  public static Questionnaire requestOf(UUID person, String... needs) {
    return request(person, person, needs);
  }

  /** A request of one person for another. */
  public static Questionnaire request(UUID applicant, UUID beneficiary, String... needs) {
    UUID id = EventIds.next();
    return new Questionnaire(
        id,
        "T-" + id.toString().substring(24),
        "hotline",
        DECIDED.minusSeconds(120),
        DECIDED.minusSeconds(60),
        new TerritoryRef("92701000", "Europe/Moscow"),
        applicant,
        beneficiary,
        List.of("large-family", "disability"),
        "normal",
        Arrays.stream(needs).map(need -> new RequestedNeed(EventIds.next(), need, null)).toList(),
        new SealedData(block(applicant), block(beneficiary), block(applicant, beneficiary)));
  }

  public static RequestRouted routed(Questionnaire asked, String agency) {
    return routed(asked, agency, DECIDED);
  }

  public static RequestRouted routed(Questionnaire asked, String agency, Instant at) {
    return new RequestRouted(
        asked, asked.needs().stream().map(need -> assign(need, agency)).toList(), at);
  }

  /** The first need has its agency, the others wait. */
  public static RequestHeld held(Questionnaire asked, String agency) {
    return new RequestHeld(
        asked,
        List.of(assign(asked.needs().getFirst(), agency)),
        asked.needs().stream()
            .skip(1)
            .map(need -> new HeldNeed(need.id(), need.need(), "no rule", List.of()))
            .toList(),
        DECIDED);
  }

  /** A dispatcher gives one need to an agency, this long after the decision. */
  public static RequestRerouted rerouted(
      Questionnaire asked, int need, String agency, long secondsLater) {
    return new RequestRerouted(
        asked,
        List.of(assign(asked.needs().get(need), agency)),
        "dispatcher-7",
        DECIDED.plusSeconds(secondsLater));
  }

  /** A decision that assigns a need nobody asked for. */
  public static RoutingEvent astray(Questionnaire asked) {
    RequestedNeed unasked = new RequestedNeed(EventIds.next(), "food", null);
    return new RequestRouted(asked, List.of(assign(unasked, "agency-a")), DECIDED);
  }

  private static Assignment assign(RequestedNeed need, String agency) {
    return new Assignment(
        need.id(),
        need.need(),
        new AgencyRef(agency, "Agency " + agency),
        "territory-and-need",
        1,
        "Serves this need in this territory",
        HOURS);
  }

  private static SealedBlock block(UUID... keys) {
    return new SealedBlock(List.of(keys), "AAECAwQF");
  }
}
