package org.okno.contracts;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every type of event: its logical name, the record that holds it, the topic it goes to and who
 * tells it. A new meaning is a new type.
 */
public enum EventType {
  QUESTIONNAIRE_SUBMITTED(
      "intake",
      "questionnaire-submitted.v1",
      Topics.QUESTIONNAIRES,
      IntakeEvent.QuestionnaireSubmitted.class),
  QUESTIONNAIRE_CORRECTED(
      "intake",
      "questionnaire-corrected.v1",
      Topics.QUESTIONNAIRES,
      IntakeEvent.QuestionnaireCorrected.class),
  QUESTIONNAIRE_WITHDRAWN(
      "intake",
      "questionnaire-withdrawn.v1",
      Topics.QUESTIONNAIRES,
      IntakeEvent.QuestionnaireWithdrawn.class),
  PERSON_ERASED("intake", "person-erased.v1", Topics.PERSONS, IntakeEvent.PersonErased.class),
  ACCESS_RECORDED(
      "intake", "access-recorded.v1", Topics.ACCESSES, IntakeEvent.AccessRecorded.class),
  FEEDBACK_GIVEN("intake", "feedback-given.v1", Topics.FEEDBACK, IntakeEvent.FeedbackGiven.class),
  REQUEST_ROUTED(
      "routing", "request-routed.v1", Topics.DECISIONS, RoutingEvent.RequestRouted.class),
  REQUEST_HELD("routing", "request-held.v1", Topics.DECISIONS, RoutingEvent.RequestHeld.class),
  REQUEST_REROUTED(
      "routing", "request-rerouted.v1", Topics.DECISIONS, RoutingEvent.RequestRerouted.class),
  NEED_REROUTED("routing", "need-rerouted.v1", Topics.DECISIONS, RoutingEvent.NeedRerouted.class),
  NEED_HELD("routing", "need-held.v1", Topics.DECISIONS, RoutingEvent.NeedHeld.class),
  REQUEST_CORRECTED(
      "routing", "request-corrected.v1", Topics.DECISIONS, RoutingEvent.RequestCorrected.class),
  REQUEST_WITHDRAWN(
      "routing", "request-withdrawn.v1", Topics.DECISIONS, RoutingEvent.RequestWithdrawn.class),
  NEEDS_WITHDRAWN(
      "routing", "needs-withdrawn.v1", Topics.DECISIONS, RoutingEvent.NeedsWithdrawn.class),
  TERRITORY_PUBLISHED(
      "routing",
      "territory-published.v1",
      Topics.DIRECTORY,
      DirectoryEvent.TerritoryPublished.class),
  TERM_PUBLISHED(
      "routing", "term-published.v1", Topics.DIRECTORY, DirectoryEvent.TermPublished.class),
  AGENCY_PUBLISHED(
      "routing", "agency-published.v1", Topics.DIRECTORY, DirectoryEvent.AgencyPublished.class),
  CASE_OPENED("case", "case-opened.v1", Topics.CASES, CaseEvent.CaseOpened.class),
  NEED_ASSIGNED("case", "need-assigned.v1", Topics.CASES, CaseEvent.NeedAssigned.class),
  NEED_ACCEPTED("case", "need-accepted.v1", Topics.CASES, CaseEvent.NeedAccepted.class),
  NEED_STARTED("case", "need-started.v1", Topics.CASES, CaseEvent.NeedStarted.class),
  NEED_PAUSED("case", "need-paused.v1", Topics.CASES, CaseEvent.NeedPaused.class),
  NEED_RESUMED("case", "need-resumed.v1", Topics.CASES, CaseEvent.NeedResumed.class),
  NEED_CLAIMED("case", "need-claimed.v1", Topics.CASES, CaseEvent.NeedClaimed.class),
  NEED_HANDED_OVER("case", "need-handed-over.v1", Topics.CASES, CaseEvent.NeedHandedOver.class),
  NEED_RELEASED("case", "need-released.v1", Topics.CASES, CaseEvent.NeedReleased.class),
  NEED_DECLINED("case", "need-declined.v1", Topics.CASES, CaseEvent.NeedDeclined.class),
  NEED_RESOLVED("case", "need-resolved.v1", Topics.CASES, CaseEvent.NeedResolved.class),
  NEED_REOPENED("case", "need-reopened.v1", Topics.CASES, CaseEvent.NeedReopened.class),
  NEED_WITHDRAWAL_REQUESTED(
      "case",
      "need-withdrawal-requested.v1",
      Topics.CASES,
      CaseEvent.NeedWithdrawalRequested.class),
  NEED_WITHDRAWN("case", "need-withdrawn.v1", Topics.CASES, CaseEvent.NeedWithdrawn.class),
  CASE_CORRECTED("case", "case-corrected.v1", Topics.CASES, CaseEvent.CaseCorrected.class),
  CASE_CLOSED("case", "case-closed.v1", Topics.CASES, CaseEvent.CaseClosed.class),
  DEADLINE_WARNED("case", "deadline-warned.v1", Topics.CASES, CaseEvent.DeadlineWarned.class),
  DEADLINE_MISSED("case", "deadline-missed.v1", Topics.CASES, CaseEvent.DeadlineMissed.class),
  NEED_ESCALATED("case", "need-escalated.v1", Topics.CASES, CaseEvent.NeedEscalated.class),
  REFERRAL_MADE("case", "referral-made.v1", Topics.CASES, CaseEvent.ReferralMade.class),
  REFERRAL_ACCEPTED("case", "referral-accepted.v1", Topics.CASES, CaseEvent.ReferralAccepted.class),
  REFERRAL_DECLINED("case", "referral-declined.v1", Topics.CASES, CaseEvent.ReferralDeclined.class),
  REFERRAL_CONSENT_WITHDRAWN(
      "case",
      "referral-consent-withdrawn.v1",
      Topics.CASES,
      CaseEvent.ReferralConsentWithdrawn.class),
  PROGRAMME_DRAFTED("case", "programme-drafted.v1", Topics.CASES, CaseEvent.ProgrammeDrafted.class),
  PROGRAMME_AGREED("case", "programme-agreed.v1", Topics.CASES, CaseEvent.ProgrammeAgreed.class),
  PROGRAMME_REVISED("case", "programme-revised.v1", Topics.CASES, CaseEvent.ProgrammeRevised.class),
  PROGRAMME_REVIEWED(
      "case", "programme-reviewed.v1", Topics.CASES, CaseEvent.ProgrammeReviewed.class),
  PROGRAMME_COMPLETED(
      "case", "programme-completed.v1", Topics.CASES, CaseEvent.ProgrammeCompleted.class),
  DAILY_SUMMARY_REVISED(
      "analytics",
      "daily-summary-revised.v1",
      Topics.DAILY_SUMMARY,
      AnalyticsEvent.DailySummaryRevised.class);

  private static final Map<String, EventType> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventType::typeName, Function.identity()));
  private static final Map<Class<?>, EventType> BY_RECORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

  private final String producer;
  private final String typeName;
  private final URI source;
  private final String topic;
  private final Class<? extends Event> record;

  EventType(String producer, String shortName, String topic, Class<? extends Event> record) {
    this.producer = producer;
    this.typeName = "org.okno." + producer + "." + shortName;
    this.source = URI.create("/okno/" + producer);
    this.topic = topic;
    this.record = record;
  }

  /**
   * The type with this CloudEvents {@code type}, or empty where this version of the contracts does
   * not know it.
   */
  public static Optional<EventType> named(String typeName) {
    return Optional.ofNullable(BY_NAME.get(typeName));
  }

  /** The type of an event. */
  public static EventType of(Event event) {
    EventType type = BY_RECORD.get(event.getClass());
    if (type == null) {
      throw new IllegalStateException(event.getClass().getName() + " is not listed in EventType");
    }
    return type;
  }

  /**
   * The service that tells it: {@code intake}, {@code routing}, {@code case} or {@code analytics}.
   */
  public String producer() {
    return producer;
  }

  /** CloudEvents {@code type}, for example {@code org.okno.intake.questionnaire-submitted.v1}. */
  public String typeName() {
    return typeName;
  }

  /** CloudEvents {@code source}. */
  public URI source() {
    return source;
  }

  /** The Kafka topic. */
  public String topic() {
    return topic;
  }

  /** The record that holds the event's data. */
  public Class<? extends Event> record() {
    return record;
  }
}
