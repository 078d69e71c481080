package org.okno.cases.programmes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.cases.programmes.ProgrammeState.Active;
import org.okno.cases.programmes.ProgrammeState.Completed;
import org.okno.cases.programmes.ProgrammeState.Draft;
import org.okno.cases.programmes.ProgrammeState.Review;
import org.okno.contracts.CaseEvent.ProgrammeDrafted;
import org.okno.contracts.CaseEvent.ProgrammeEvent;
import org.okno.contracts.Consent;
import org.okno.contracts.Programme;
import org.okno.messaging.Json;
import org.okno.sql.JsonText;

/**
 * A row of the table {@code programme}. What its state does not have is null.
 *
 * @param plan the programme as its last event has it, as JSON
 * @param consent a {@link Consent} as JSON
 * @param lastReview a {@link Review} as JSON
 * @param version the entity tag
 */
public record ProgrammeRow(
    UUID id,
    UUID requestId,
    UUID personId,
    String status,
    JsonText plan,
    @Nullable JsonText consent,
    @Nullable JsonText lastReview,
    @Nullable JsonText completion,
    long version) {

  /** The row of a new programme. */
  public static ProgrammeRow drafted(ProgrammeDrafted event) {
    return of(event.programme(), new Draft());
  }

  /** The row after an event of the programme. */
  public ProgrammeRow on(ProgrammeEvent event) {
    return of(event.programme(), state().on(event));
  }

  private static ProgrammeRow of(Programme programme, ProgrammeState state) {
    return new ProgrammeRow(
        programme.id(),
        programme.requestId(),
        programme.personId(),
        state.code(),
        new JsonText(Json.write(programme)),
        json(state.consent()),
        json(state instanceof Active active ? active.lastReview() : null),
        json(state instanceof Completed completed ? completed : null),
        programme.version());
  }

  private static @Nullable JsonText json(@Nullable Object value) {
    return value == null ? null : new JsonText(Json.write(value));
  }

  /** The programme as its last event has it. */
  Programme programme() {
    return Json.read(plan.value(), Programme.class);
  }

  /**
   * The state that the row holds.
   *
   * @throws IllegalStateException if there is no such status
   */
  ProgrammeState state() {
    return switch (status) {
      case "draft" -> new Draft();
      case "active" ->
          new Active(
              read(consent, Consent.class),
              lastReview == null ? null : read(lastReview, Review.class));
      case "completed" -> read(completion, Completed.class);
      default -> throw new IllegalStateException("no such status of a programme");
    };
  }

  private static <T> T read(@Nullable JsonText json, Class<T> type) {
    if (json == null) {
      throw new IllegalStateException("the programme lacks its " + type.getSimpleName());
    }
    return Json.read(json.value(), type);
  }
}
