package org.okno.routing.triage;

import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.Withdrawal;
import org.okno.messaging.Json;

/** A request on the desk: waiting while any need of it waits, then done. */
@Entity
@Table(name = "triage_entry")
class TriageEntryEntity {
  static final String WAITING = "waiting";
  static final String DONE = "done";

  @Id
  @Column(name = "request_id")
  private UUID requestId;

  /** Of the questionnaire, by the database. */
  @Column(name = "territory", insertable = false, updatable = false)
  private String territory;

  @Column(name = "state")
  private String state;

  @Column(name = "waiting_needs")
  private int waitingNeeds;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "questionnaire")
  private Questionnaire questionnaire;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "held")
  private List<TriageNeed> held;

  @Column(name = "held_at", updatable = false)
  private Instant heldAt;

  /** Of the questionnaire: the desk is in its order. */
  @Column(name = "received_at", updatable = false)
  private Instant receivedAt;

  /** Of the questionnaire, by the database. */
  @Column(name = "urgency_rank", insertable = false, updatable = false)
  private int urgencyRank;

  @Column(name = "claimed_by")
  private @Nullable String claimedBy;

  /** A claim that begins anew is no change of the entry. */
  @Column(name = "claimed_until")
  @OptimisticLock(excluded = true)
  private @Nullable Instant claimedUntil;

  @Version
  @Column(name = "version")
  private long version;

  UUID requestId() {
    return requestId;
  }

  String state() {
    return state;
  }

  Questionnaire questionnaire() {
    return questionnaire;
  }

  /**
   * The questionnaire, with needs as the desk knows them: one whose code a dispatcher found out,
   * and that came back, leaves the desk with the code with which it came back.
   */
  Questionnaire knownQuestionnaire() {
    Map<UUID, String> codes =
        held.stream().collect(Collectors.toMap(TriageNeed::needId, TriageNeed::need));
    return questionnaire.withNeeds(
        questionnaire.needs().stream()
            .map(
                need ->
                    new RequestedNeed(
                        need.id(),
                        codes.getOrDefault(need.id(), need.need()),
                        need.situation(),
                        need.suggestion()))
            .toList());
  }

  List<TriageNeed> needs() {
    return held;
  }

  Instant heldAt() {
    return heldAt;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  int urgencyRank() {
    return urgencyRank;
  }

  long version() {
    return version;
  }

  boolean isDone() {
    return state.equals(DONE);
  }

  /** Who works on it. */
  TriageClaim claim(Instant now) {
    return TriageClaim.at(now, claimedBy, claimedUntil);
  }

  /** Replaces the claim. */
  void put(TriageClaim claim) {
    switch (claim) {
      case TriageClaim.Nobody nobody -> {
        claimedBy = null;
        claimedUntil = null;
      }
      case TriageClaim.By(String dispatcher, Instant until) -> {
        claimedBy = dispatcher;
        claimedUntil = until;
      }
    }
  }

  /** A need that came back waits again; the same event again changes nothing. */
  void hold(TriageNeed back) {
    Optional<TriageNeed> before =
        held.stream().filter(need -> need.needId().equals(back.needId())).findFirst();
    if (before.isEmpty() || before.get().isBefore(back)) {
      List<TriageNeed> needs = new ArrayList<>(held);
      before.ifPresent(needs::remove);
      needs.add(back);
      put(needs);
    }
  }

  /** What the request says was corrected; needs that are new wait, unless they did already. */
  void correct(Questionnaire corrected, List<TriageNeed> added) {
    questionnaire = corrected;
    Set<UUID> known = held.stream().map(TriageNeed::needId).collect(Collectors.toSet());
    List<TriageNeed> needs = new ArrayList<>(held);
    added.stream().filter(need -> !known.contains(need.needId())).forEach(needs::add);
    if (needs.size() > held.size()) {
      put(needs);
    }
  }

  /**
   * Withdraws the needs that wait and are among these; what a dispatcher has assigned is their
   * agency's.
   *
   * @return those that wait no longer
   */
  List<TriageNeed> withdraw(Map<UUID, Withdrawal> withdrawals) {
    List<TriageNeed> needs = new ArrayList<>(held);
    needs.replaceAll(
        need -> {
          Withdrawal by = withdrawals.get(need.needId());
          return by == null || !need.waits() ? need : need.withdrawnBy(by);
        });
    List<TriageNeed> withdrawn = new ArrayList<>(needs);
    withdrawn.removeAll(held);
    if (!withdrawn.isEmpty()) {
      put(needs);
    }
    return withdrawn;
  }

  /** Replaces the needs; done when none of them waits, and then nobody's. */
  void put(List<TriageNeed> needs) {
    held = needs;
    waitingNeeds = (int) needs.stream().filter(TriageNeed::waits).count();
    state = waitingNeeds == 0 ? DONE : WAITING;
    if (isDone()) {
      put(new TriageClaim.Nobody());
    }
  }

  /** Parts of events are stored as the event's own JSON. */
  @JsonFormat
  @PersistenceUnitExtension
  static class JsonColumns implements FormatMapper {
    private final FormatMapper mapper = new JacksonJsonFormatMapper(Json.mapper());

    @Override
    public <T> T fromString(CharSequence json, JavaType<T> type, WrapperOptions options) {
      return mapper.fromString(json, type, options);
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
      return mapper.toString(value, type, options);
    }
  }
}
