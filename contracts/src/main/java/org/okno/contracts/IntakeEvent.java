package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
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
}
