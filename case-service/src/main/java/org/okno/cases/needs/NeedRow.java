package org.okno.cases.needs;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.okno.cases.needs.NeedState.Accepted;
import org.okno.cases.needs.NeedState.Assigned;
import org.okno.cases.needs.NeedState.Declined;
import org.okno.cases.needs.NeedState.InProgress;
import org.okno.cases.needs.NeedState.InTriage;
import org.okno.cases.needs.NeedState.Resolved;
import org.okno.cases.needs.NeedState.WaitingForApplicant;
import org.okno.cases.needs.NeedState.Withdrawn;
import org.okno.cases.needs.NeedState.Work;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.AssignmentReason;
import org.okno.contracts.CaseEvent.CaseCorrected;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.NeedEvent;
import org.okno.contracts.CaseEvent.NeedReopened;
import org.okno.contracts.CaseEvent.NeedWithdrawalRequested;
import org.okno.contracts.CaseEvent.NeedWithdrawn;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.NeedRef;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.Refusal;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.Withdrawal;
import org.okno.messaging.Json;
import org.okno.sql.JsonText;

/**
 * A row of the table {@code need}. What the need's state does not have is null.
 *
 * @param position in the questionnaire, from 0
 * @param need code in the needs taxonomy
 * @param reason code of why the need was assigned to its agency
 * @param pausedAt since when its agency waits for the applicant
 * @param resumedAt when its agency last waited for them no longer
 * @param reopenedAt when its agency got it back
 * @param specialist subject of who is responsible
 * @param refusals the agencies that declined it, in their order, as JSON; null where none did
 * @param withdrawal that the person does not need it any more, as JSON; null where they do
 * @param version the entity tag: one more than the events of the need since its case was opened
 */
public record NeedRow(
    UUID requestId,
    UUID id,
    int position,
    String need,
    @Nullable String situation,
    String status,
    @Nullable String agencyId,
    @Nullable String agencyName,
    @Nullable String rule,
    @Nullable Integer ruleVersion,
    @Nullable String reason,
    @Nullable JsonText reasonParameters,
    @Nullable Instant assignedAt,
    @Nullable Instant dueAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant startedAt,
    @Nullable Instant pausedAt,
    @Nullable Instant resumedAt,
    @Nullable Instant reopenedAt,
    @Nullable String specialist,
    @Nullable Instant settledAt,
    @Nullable String outcome,
    @Nullable String declineReason,
    @Nullable JsonText refusals,
    @Nullable JsonText withdrawal,
    long version) {

  /** The rows of the needs with which a case opens, in the order of its questionnaire. */
  public static List<NeedRow> opened(CaseOpened opened, List<RequestedNeed> requested) {
    return rows(opened.needs(), opened.openedAt(), requested, 0);
  }

  /**
   * The rows of the needs that a correction adds.
   *
   * @param position of the first of them
   */
  public static List<NeedRow> added(CaseCorrected corrected, int position) {
    return rows(
        corrected.added(), corrected.correctedAt(), corrected.questionnaire().needs(), position);
  }

  private static List<NeedRow> rows(
      List<OpenedNeed> opened, Instant at, List<RequestedNeed> requested, int position) {
    Map<UUID, RequestedNeed> byId =
        requested.stream().collect(Collectors.toMap(RequestedNeed::id, Function.identity()));
    return IntStream.range(0, opened.size())
        .mapToObj(
            i ->
                of(
                    opened.get(i).need().requestId(),
                    named(
                        requireNonNull(byId.get(opened.get(i).need().needId()), "a need requested"),
                        opened.get(i).need()),
                    position + i,
                    NeedState.opened(opened.get(i), at),
                    null,
                    null,
                    1))
        .toList();
  }

  /** The row after an event of the need. */
  public NeedRow on(NeedEvent event) {
    RequestedNeed requested = named(new RequestedNeed(id, need, situation), event.need());
    return of(
        requestId,
        requested,
        position,
        state().on(event),
        refusalsAfter(event),
        withdrawalAfter(event),
        version + 1);
  }

  /** As the event calls it: a dispatcher may have found out what is needed. */
  private static RequestedNeed named(RequestedNeed requested, NeedRef ref) {
    return new RequestedNeed(requested.id(), ref.need(), requested.situation());
  }

  /** The agencies that declined the need so far, in their order. */
  public List<Refusal> refused() {
    return refusals == null ? List.of() : List.of(Json.read(refusals.value(), Refusal[].class));
  }

  /** That the person does not need it any more; null where they do. */
  public @Nullable Withdrawal withdrawn() {
    return withdrawal == null ? null : Json.read(withdrawal.value(), Withdrawal.class);
  }

  /** Whoever asks for a settled need again needs it again. */
  private @Nullable JsonText withdrawalAfter(NeedEvent event) {
    return switch (event) {
      case NeedWithdrawalRequested it -> new JsonText(Json.write(it.withdrawal()));
      case NeedWithdrawn it -> new JsonText(Json.write(it.withdrawal()));
      case NeedReopened it -> null;
      case NeedEvent other -> withdrawal;
    };
  }

  private @Nullable JsonText refusalsAfter(NeedEvent event) {
    if (!(event instanceof NeedDeclined declined)) {
      return refusals;
    }
    return new JsonText(Json.write(with(declined)));
  }

  /** The agencies that declined the need, with one more. */
  List<Refusal> with(NeedDeclined declined) {
    return Stream.concat(
            refused().stream(),
            Stream.of(new Refusal(declined.agency(), declined.reason(), declined.declinedAt())))
        .toList();
  }

  private static NeedRow of(
      UUID requestId,
      RequestedNeed requested,
      int position,
      NeedState state,
      @Nullable JsonText refusals,
      @Nullable JsonText withdrawal,
      long version) {
    Assigned by = state.assignment();
    return new NeedRow(
        requestId,
        requested.id(),
        position,
        requested.need(),
        requested.situation(),
        state.status().code(),
        of(by, one -> one.agency().id()),
        of(by, one -> one.agency().name()),
        of(by, one -> one.reason().rule()),
        of(by, one -> one.reason().ruleVersion()),
        of(by, one -> one.reason().reason()),
        of(by, one -> json(one.reason().parameters())),
        of(by, Assigned::assignedAt),
        of(by, Assigned::dueAt),
        state.work().acceptedAt(),
        state.work().startedAt(),
        state instanceof WaitingForApplicant paused ? paused.pausedAt() : null,
        state instanceof InProgress working ? working.resumedAt() : null,
        of(by, Assigned::reopenedAt),
        of(by, Assigned::specialist),
        switch (state) {
          case Resolved resolved -> resolved.resolvedAt();
          case Declined declined -> declined.declinedAt();
          case Withdrawn withdrawn -> withdrawn.withdrawnAt();
          case InTriage waiting -> null;
          case Assigned assigned -> null;
          case Accepted accepted -> null;
          case InProgress working -> null;
          case WaitingForApplicant paused -> null;
        },
        state instanceof Resolved resolved ? resolved.outcome() : null,
        state instanceof Declined declined ? declined.reason() : null,
        refusals,
        withdrawal,
        version);
  }

  private static <T> @Nullable T of(
      @Nullable Assigned assigned, Function<Assigned, @Nullable T> value) {
    return assigned == null ? null : value.apply(assigned);
  }

  /** Null where there are none, as in rows from before a reason had parameters. */
  private static @Nullable JsonText json(Map<String, String> parameters) {
    return parameters.isEmpty() ? null : new JsonText(Json.write(parameters));
  }

  /**
   * The state that the row holds.
   *
   * @throws NullPointerException if the row lacks what its status must have
   */
  public NeedState state() {
    return switch (NeedStatus.ofCode(status)) {
      case IN_TRIAGE -> new InTriage();
      case ASSIGNED -> assigned();
      case ACCEPTED -> new Accepted(assigned(), requireNonNull(acceptedAt, "accepted_at"));
      case IN_PROGRESS ->
          new InProgress(
              assigned(), acceptedAt, requireNonNull(startedAt, "started_at"), resumedAt);
      case WAITING_FOR_APPLICANT ->
          new WaitingForApplicant(
              assigned(), acceptedAt, startedAt, requireNonNull(pausedAt, "paused_at"));
      case RESOLVED ->
          new Resolved(
              assigned(),
              new Work(acceptedAt, startedAt),
              requireNonNull(outcome, "outcome"),
              requireNonNull(settledAt, "settled_at"));
      case DECLINED -> declined(false);
      case RETURNED -> declined(true);
      case WITHDRAWN ->
          new Withdrawn(
              agencyId == null ? null : assigned(),
              new Work(acceptedAt, startedAt),
              requireNonNull(settledAt, "settled_at"));
    };
  }

  private Declined declined(boolean returned) {
    return new Declined(
        assigned(),
        new Work(acceptedAt, startedAt),
        requireNonNull(declineReason, "decline_reason"),
        requireNonNull(settledAt, "settled_at"),
        returned);
  }

  private Assigned assigned() {
    return new Assigned(
        new AgencyRef(
            requireNonNull(agencyId, "agency_id"), requireNonNull(agencyName, "agency_name")),
        new AssignmentReason(
            requireNonNull(rule, "rule"),
            requireNonNull(ruleVersion, "rule_version"),
            requireNonNull(reason, "reason"),
            parameters()),
        requireNonNull(assignedAt, "assigned_at"),
        requireNonNull(dueAt, "due_at"),
        reopenedAt,
        specialist);
  }

  @SuppressWarnings("unchecked") // as json wrote them
  private Map<String, String> parameters() {
    return reasonParameters == null ? Map.of() : Json.read(reasonParameters.value(), Map.class);
  }
}
