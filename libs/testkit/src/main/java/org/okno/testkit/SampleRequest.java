package org.okno.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.Assignment;
import org.okno.contracts.CaseEvent.NeedAccepted;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedReopened;
import org.okno.contracts.CaseEvent.NeedResolved;
import org.okno.contracts.CaseEvent.NeedWithdrawn;
import org.okno.contracts.CaseEvent.Returned;
import org.okno.contracts.Correction;
import org.okno.contracts.HeldNeed;
import org.okno.contracts.IntakeEvent.QuestionnaireCorrected;
import org.okno.contracts.IntakeEvent.QuestionnaireSubmitted;
import org.okno.contracts.IntakeEvent.QuestionnaireWithdrawn;
import org.okno.contracts.NeedRef;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.Questionnaire.TerritoryCandidate;
import org.okno.contracts.Refusal;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent.NeedHeld;
import org.okno.contracts.RoutingEvent.NeedRerouted;
import org.okno.contracts.RoutingEvent.NeedsWithdrawn;
import org.okno.contracts.RoutingEvent.RequestCorrected;
import org.okno.contracts.RoutingEvent.RequestHeld;
import org.okno.contracts.RoutingEvent.RequestRerouted;
import org.okno.contracts.RoutingEvent.RequestRouted;
import org.okno.contracts.RoutingEvent.RequestWithdrawn;
import org.okno.contracts.SealedBlock;
import org.okno.contracts.SealedData;
import org.okno.contracts.TerritoryRef;
import org.okno.contracts.Withdrawal;
import org.okno.messaging.EventIds;

/**
 * A made-up request and the events it leads to. Times are given as the time since the person asked.
 */
public record SampleRequest(Questionnaire questionnaire) {
  /** Hours an agency has by these decisions. */
  public static final int RESPOND_WITHIN_HOURS = 24;

  /** A made-up territory. */
  public static final TerritoryRef TERRITORY = new TerritoryRef("92701000", "Europe/Moscow");

  /** When routing decides, where nothing else is said. */
  private static final Duration DECIDED = Duration.ofMinutes(2);

  /** A request of one person for themselves, some minutes ago, by the hotline. */
  public static SampleRequest of(String... needs) {
    UUID person = UUID.randomUUID();
    return of(person, person, needs);
  }

  /** A request of one person for another (or for themselves), some minutes ago. */
  public static SampleRequest of(UUID applicant, UUID beneficiary, String... needs) {
    Instant requestedAt =
        Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofMinutes(3));
    return of(TERRITORY, "hotline", requestedAt, applicant, beneficiary, needs);
  }

  /** A request of one person for themselves, at a time. */
  public static SampleRequest of(
      TerritoryRef territory, String channel, Instant requestedAt, String... needs) {
    UUID person = UUID.randomUUID();
    return of(territory, channel, requestedAt, person, person, needs);
  }

  private static SampleRequest of(
      TerritoryRef territory,
      String channel,
      Instant requestedAt,
      UUID applicant,
      UUID beneficiary,
      String... needs) {
    UUID id = EventIds.next();
    return new SampleRequest(
        new Questionnaire(
            id,
            "T-" + id.toString().substring(24),
            channel,
            requestedAt,
            requestedAt.plusSeconds(60),
            territory,
            applicant,
            beneficiary,
            List.of("large-family", "disability"),
            "normal",
            Arrays.stream(needs)
                .map(need -> new RequestedNeed(EventIds.next(), need, null))
                .toList(),
            new SealedData(
                sealed(applicant), sealed(beneficiary), sealed(applicant, beneficiary))));
  }

  /** The same from an address that may be in any of these territories. */
  public SampleRequest inOneOf(String... territories) {
    return new SampleRequest(
        new Questionnaire(
            questionnaire.requestId(),
            questionnaire.trackingNumber(),
            questionnaire.channel(),
            questionnaire.requestedAt(),
            questionnaire.receivedAt(),
            questionnaire.territory(),
            questionnaire.applicantId(),
            questionnaire.beneficiaryId(),
            questionnaire.targetGroups(),
            questionnaire.urgency(),
            questionnaire.needs(),
            questionnaire.sealed(),
            Arrays.stream(territories).map(code -> new TerritoryCandidate(code, 0.5)).toList()));
  }

  public UUID id() {
    return questionnaire.requestId();
  }

  /** A need, by its position. */
  public RequestedNeed need(int position) {
    return questionnaire.needs().get(position);
  }

  public QuestionnaireSubmitted submitted() {
    return new QuestionnaireSubmitted(questionnaire, by("channel"));
  }

  /** Every need is assigned to this agency. */
  public RequestRouted routed(String agency) {
    return routed(agency, DECIDED);
  }

  /** Every need is assigned to this agency. */
  public RequestRouted routed(String agency, Duration after) {
    return new RequestRouted(
        questionnaire,
        questionnaire.needs().stream().map(need -> assignment(need, agency)).toList(),
        at(after));
  }

  /** Every need waits for a dispatcher. */
  public RequestHeld held(Duration after) {
    return new RequestHeld(questionnaire, List.of(), heldFrom(0), at(after));
  }

  /** The first need is assigned to this agency, the others wait for a dispatcher. */
  public RequestHeld heldButFirst(String agency) {
    return new RequestHeld(
        questionnaire, List.of(assignment(need(0), agency)), heldFrom(1), at(DECIDED));
  }

  /** A dispatcher assigns one need to an agency, so long after the first decision. */
  public RequestRerouted rerouted(int position, String agency, Duration later) {
    return new RequestRerouted(
        questionnaire,
        List.of(assignment(need(position), agency)),
        by("dispatcher").subject(),
        at(DECIDED.plus(later)),
        by("dispatcher"));
  }

  /** A dispatcher finds out what an unclear need is, and assigns it to an agency. */
  public RequestRerouted found(int position, String need, String agency, Duration later) {
    RequestedNeed known = new RequestedNeed(need(position).id(), need, null);
    return new RequestRerouted(
        questionnaire,
        List.of(assignment(known, agency)),
        by("dispatcher").subject(),
        at(DECIDED.plus(later)),
        by("dispatcher"));
  }

  /** A dispatcher assigns every need to an agency. */
  public RequestRerouted rerouted(String agency, Duration after) {
    return new RequestRerouted(
        questionnaire,
        questionnaire.needs().stream().map(need -> assignment(need, agency)).toList(),
        by("dispatcher").subject(),
        at(after),
        by("dispatcher"));
  }

  /** A decision that assigns a need which the questionnaire does not have. */
  public RequestRouted routedAstray() {
    RequestedNeed unknown = new RequestedNeed(EventIds.next(), "food", null);
    return new RequestRouted(questionnaire, List.of(assignment(unknown, "agency-a")), at(DECIDED));
  }

  /** The first need is accepted. */
  public NeedAccepted accepted(String agency, Duration after) {
    return new NeedAccepted(ref(0), agency(agency), at(after), by("specialist"));
  }

  /** The first need is resolved. */
  public NeedResolved resolved(String agency, Duration after) {
    return new NeedResolved(ref(0), agency(agency), "helped", at(after), by("specialist"));
  }

  /** The first need is declined. */
  public NeedDeclined declined(String agency, Duration after) {
    return new NeedDeclined(
        ref(0), agency(agency), "no-capacity", at(after), by("specialist"), null);
  }

  /** The first need is declined by this agency and goes back to routing. */
  public NeedDeclined returned(String agency, Duration after) {
    Refusal refusal = new Refusal(agency(agency), "no-capacity", at(after));
    return new NeedDeclined(
        ref(0),
        refusal.agency(),
        refusal.reason(),
        refusal.declinedAt(),
        by("specialist"),
        new Returned(questionnaire, List.of(refusal)));
  }

  /** The first need, which was returned, has the next agency. */
  public NeedRerouted next(NeedDeclined returned, String agency) {
    return new NeedRerouted(
        questionnaire,
        List.of(assignment(need(0), agency)),
        Objects.requireNonNull(returned.returned()).refusals(),
        returned.declinedAt().plusMillis(90));
  }

  /** The first need, which was returned, waits for a dispatcher. */
  public NeedHeld heldAgain(NeedDeclined returned) {
    return new NeedHeld(
        questionnaire,
        heldFrom(0).getFirst(),
        Objects.requireNonNull(returned.returned()).refusals(),
        returned.declinedAt().plusMillis(90));
  }

  /** The first need is open again. */
  public NeedReopened reopened(String agency, Duration after) {
    return new NeedReopened(
        ref(0), agency(agency), at(after.plusDays(1)), "not-helped", at(after), null);
  }

  /** The same request, in which other needs take the place of all but the first. */
  public SampleRequest corrected(String... needs) {
    Questionnaire q = questionnaire;
    return new SampleRequest(
        new Questionnaire(
            q.requestId(),
            q.trackingNumber(),
            q.channel(),
            q.requestedAt(),
            q.receivedAt(),
            q.territory(),
            q.applicantId(),
            q.beneficiaryId(),
            q.targetGroups(),
            "urgent",
            Stream.concat(
                    Stream.of(need(0)),
                    Arrays.stream(needs).map(one -> new RequestedNeed(EventIds.next(), one, null)))
                .toList(),
            new SealedData(
                new SealedBlock(q.sealed().applicant().keyIds(), "BQQDAgEA"),
                q.sealed().beneficiary(),
                q.sealed().text())));
  }

  /** Intake records that this request was corrected. */
  public QuestionnaireCorrected correctedTo(SampleRequest now, Duration after) {
    return new QuestionnaireCorrected(now.questionnaire, correction(now, after));
  }

  /** Routing passes that on: the new needs are assigned to this agency. */
  public RequestCorrected correctionPassedOn(SampleRequest now, String agency, Duration after) {
    return new RequestCorrected(
        now.questionnaire,
        now.questionnaire.needs().stream().skip(1).map(need -> assignment(need, agency)).toList(),
        List.of(),
        correction(now, after),
        at(after).plusMillis(90));
  }

  /** The same: the new needs wait for a dispatcher. */
  public RequestCorrected correctionHeld(SampleRequest now, Duration after) {
    return new RequestCorrected(
        now.questionnaire,
        List.of(),
        now.heldFrom(1),
        correction(now, after),
        at(after).plusMillis(90));
  }

  private Correction correction(SampleRequest now, Duration after) {
    return new Correction(
        now.questionnaire.needs().stream().skip(1).map(RequestedNeed::id).toList(),
        questionnaire.needs().stream().skip(1).toList(),
        at(after),
        by("operator"));
  }

  /** The person withdraws the request. */
  public QuestionnaireWithdrawn withdrawn(Duration after) {
    return new QuestionnaireWithdrawn(questionnaire, withdrawal(after));
  }

  /** Routing passes a withdrawal on. */
  public RequestWithdrawn withdrawalPassedOn(Duration after) {
    return new RequestWithdrawn(questionnaire, withdrawal(after), at(after).plusMillis(90));
  }

  /** A need that waited for a dispatcher was withdrawn. */
  public NeedsWithdrawn withdrawnFromTriage(int position, Duration after) {
    return new NeedsWithdrawn(
        questionnaire, List.of(need(position)), withdrawal(after), at(after).plusMillis(180));
  }

  /** The first need, which an agency had, was withdrawn. */
  public NeedWithdrawn withdrawnFrom(String agency, Duration after) {
    return new NeedWithdrawn(ref(0), agency(agency), withdrawal(after), at(after));
  }

  private Withdrawal withdrawal(Duration after) {
    return new Withdrawal("not-needed", at(after), by("operator"));
  }

  /** A need as events of its case name it. */
  public NeedRef ref(int position) {
    return new NeedRef(
        id(),
        need(position).id(),
        need(position).need(),
        questionnaire.channel(),
        questionnaire.territory(),
        questionnaire.requestedAt(),
        null);
  }

  /** Somebody with a role. */
  public static Actor by(String role) {
    return new Actor(role + "-7", role);
  }

  /** An agency as events name it. */
  public static AgencyRef agency(String id) {
    return new AgencyRef(id, "Agency " + id);
  }

  /** An assignment by a made-up rule. */
  public static Assignment assignment(RequestedNeed need, String agency) {
    return new Assignment(
        need.id(),
        need.need(),
        agency(agency),
        "nearest-offer",
        1,
        "only-agency",
        RESPOND_WITHIN_HOURS,
        Map.of("agency", "Agency " + agency, "territory", TERRITORY.code()));
  }

  private List<HeldNeed> heldFrom(int first) {
    return questionnaire.needs().stream()
        .skip(first)
        .map(
            need ->
                new HeldNeed(
                    need.id(),
                    need.need(),
                    "no-agency",
                    List.of(),
                    Map.of("territory", TERRITORY.code())))
        .toList();
  }

  private Instant at(Duration after) {
    return questionnaire.requestedAt().plus(after);
  }

  private static SealedBlock sealed(UUID... keys) {
    return new SealedBlock(Arrays.stream(keys).distinct().toList(), "AAECAwQF");
  }
}
