package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What intake tells. */
public sealed interface IntakeEvent extends Event {

  /**
   * A request was accepted: Okno has promised to keep it. Key: request id.
   *
   * @param actor who posted it; null in events from before December 2026
   */
  record QuestionnaireSubmitted(Questionnaire questionnaire, @Nullable Actor actor)
      implements IntakeEvent {
    public QuestionnaireSubmitted {
      requireNonNull(questionnaire, "questionnaire");
    }

    @Override
    public String key() {
      return questionnaire.requestId().toString();
    }

    @Override
    public Instant time() {
      return questionnaire.receivedAt();
    }
  }

  /**
   * What a request says was corrected. Needs that nobody has begun follow it. Key: request id.
   *
   * @param questionnaire of the request as it is now
   */
  record QuestionnaireCorrected(Questionnaire questionnaire, Correction correction)
      implements IntakeEvent {
    public QuestionnaireCorrected {
      requireNonNull(questionnaire, "questionnaire");
      requireNonNull(correction, "correction");
    }

    @Override
    public String key() {
      return questionnaire.requestId().toString();
    }

    @Override
    public Instant time() {
      return correction.correctedAt();
    }
  }

  /**
   * The person withdrew a request. Needs on which nobody works yet are closed; an agency that works
   * on one is told. Key: request id.
   *
   * @param questionnaire of the request, so that this event says enough where it comes first
   */
  record QuestionnaireWithdrawn(Questionnaire questionnaire, Withdrawal withdrawal)
      implements IntakeEvent {
    public QuestionnaireWithdrawn {
      requireNonNull(questionnaire, "questionnaire");
      requireNonNull(withdrawal, "withdrawal");
    }

    @Override
    public String key() {
      return questionnaire.requestId().toString();
    }

    @Override
    public Instant time() {
      return withdrawal.withdrawnAt();
    }
  }

  /**
   * The data key of a person was destroyed: nothing sealed with it can be read again. Key: person
   * id.
   *
   * @param actor who erased the person; null in events from before December 2026
   */
  record PersonErased(UUID personId, Instant erasedAt, @Nullable Actor actor)
      implements IntakeEvent {
    public PersonErased {
      requireNonNull(personId, "personId");
      requireNonNull(erasedAt, "erasedAt");
    }

    @Override
    public String key() {
      return personId.toString();
    }

    @Override
    public Instant time() {
      return erasedAt;
    }
  }

  /**
   * The person who asked said whether a settled request helped. Key: request id.
   *
   * @param answer a code: {@code helped}, {@code partly} or {@code no}
   * @param words in their own words, sealed; null where they used none, or were erased
   */
  record FeedbackGiven(
      UUID requestId, UUID feedbackId, String answer, @Nullable SealedBlock words, Instant givenAt)
      implements IntakeEvent {
    public FeedbackGiven {
      requireNonNull(requestId, "requestId");
      requireNonNull(feedbackId, "feedbackId");
      requireNonNull(answer, "answer");
      requireNonNull(givenAt, "givenAt");
    }

    @Override
    public String key() {
      return requestId.toString();
    }

    @Override
    public Instant time() {
      return givenAt;
    }
  }

  /**
   * An entry of the access journal: somebody opened what a request says about persons, was refused
   * it, or approved an access in an emergency. Key: request id.
   *
   * <p>The entries are a chain over all requests: a missing or changed one is detected by number
   * and hashes.
   *
   * @param number from 1, without gaps
   * @param accessId id of the entry
   * @param action {@code opened}, {@code refused} or {@code approved}
   * @param purpose code, such as {@code work-on-need}
   * @param actor who it was, with the role they had for it
   * @param agency directory id of their agency; null where they have none
   * @param personIds the persons whom the request names
   * @param approves id of the entry that is approved; null where this is no approval
   * @param previousHash hash of the entry before, hexadecimal; zeros in the first one
   * @param hash keyed hash of this entry and {@code previousHash}, hexadecimal
   */
  record AccessRecorded(
      long number,
      UUID accessId,
      Instant at,
      String action,
      String purpose,
      Actor actor,
      @Nullable String agency,
      UUID requestId,
      List<UUID> personIds,
      @Nullable UUID approves,
      String previousHash,
      String hash)
      implements IntakeEvent {
    public AccessRecorded {
      requireNonNull(accessId, "accessId");
      requireNonNull(at, "at");
      requireNonNull(action, "action");
      requireNonNull(purpose, "purpose");
      requireNonNull(actor, "actor");
      requireNonNull(requestId, "requestId");
      personIds = List.copyOf(requireNonNull(personIds, "personIds"));
      requireNonNull(previousHash, "previousHash");
      requireNonNull(hash, "hash");
    }

    @Override
    public String key() {
      return requestId.toString();
    }

    @Override
    public Instant time() {
      return at;
    }
  }
}
