package org.okno.cases.programmes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.CaseEvent.ProgrammeAgreed;
import org.okno.contracts.CaseEvent.ProgrammeCompleted;
import org.okno.contracts.CaseEvent.ProgrammeDrafted;
import org.okno.contracts.CaseEvent.ProgrammeEvent;
import org.okno.contracts.CaseEvent.ProgrammeReviewed;
import org.okno.contracts.CaseEvent.ProgrammeRevised;
import org.okno.contracts.Consent;

/** Where a programme stands. It follows from the events alone. */
public sealed interface ProgrammeState {

  /** It is planned; the person has not agreed yet. */
  record Draft() implements ProgrammeState {}

  /**
   * The person agreed, and it is followed.
   *
   * @param consent to the plan as it is
   * @param lastReview null before the first
   */
  record Active(Consent consent, @Nullable Review lastReview) implements ProgrammeState {}

  /**
   * It has ended.
   *
   * @param consent null where the person never agreed
   * @param outcome a code
   */
  record Completed(@Nullable Consent consent, String outcome, Instant completedAt)
      implements ProgrammeState {}

  /**
   * What a review found.
   *
   * @param outcome a code
   * @param done numbers of the steps that it found done
   */
  record Review(String outcome, List<Integer> done, Instant reviewedAt) {}

  /**
   * The state after an event.
   *
   * @throws IllegalStateException if the event lacks what the state holds
   */
  default ProgrammeState on(ProgrammeEvent event) {
    return switch (event) {
      case ProgrammeDrafted it -> new Draft();
      case ProgrammeAgreed it -> new Active(it.consent(), null);
      case ProgrammeRevised it -> revised(it);
      case ProgrammeReviewed it ->
          new Active(requireConsent(), new Review(it.outcome(), it.done(), it.reviewedAt()));
      case ProgrammeCompleted it -> new Completed(consent(), it.outcome(), it.completedAt());
    };
  }

  private ProgrammeState revised(ProgrammeRevised event) {
    Consent given = event.consent();
    return switch (this) {
      case Active(var consent, var lastReview) ->
          new Active(given == null ? consent : given, lastReview);
      case Draft draft -> given == null ? draft : new Active(given, null);
      case Completed completed -> completed;
    };
  }

  /** That the person agreed; null where they did not. */
  default @Nullable Consent consent() {
    return switch (this) {
      case Draft draft -> null;
      case Active active -> active.consent();
      case Completed completed -> completed.consent();
    };
  }

  private Consent requireConsent() {
    Consent consent = consent();
    if (consent == null) {
      throw new IllegalStateException("nobody agreed to the programme");
    }
    return consent;
  }

  /** The state's name. */
  default String code() {
    return switch (this) {
      case Draft draft -> "draft";
      case Active active -> "active";
      case Completed completed -> "completed";
    };
  }
}
