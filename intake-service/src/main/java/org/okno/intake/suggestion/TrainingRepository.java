package org.okno.intake.suggestion;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code suggestion_training}: the training that runs, or the last one. */
@Singleton
class TrainingRepository {
  static final String RUNNING = "running";

  private static final String BEGIN =
      """
      update suggestion_training set id = :id, state = 'running', phase = 'reading', examples = 0,
        started_at = :now, started_by = :by, updated_at = :now, version = null, failure = null
      where state <> 'running' or updated_at < :abandoned
      """;
  private static final String CONTINUE =
      """
      update suggestion_training set phase = :phase, examples = :examples, updated_at = :now
      where id = :id and state = 'running'
      """;
  private static final String END =
      """
      update suggestion_training set state = :state, phase = null, version = :version, failure = :failure,
        updated_at = :now
      where id = :id and state = 'running'
      """;

  private final Jdbi jdbi;

  TrainingRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A training.
   *
   * @param state none, running, done or failed
   * @param phase reading, trying or training; null where it does not run
   * @param version of the model that it made; null while there is none
   * @param failure why there is none; nothing of a text
   */
  record TrainingRow(
      String state,
      @Nullable String phase,
      int examples,
      @Nullable Instant startedAt,
      @Nullable String startedBy,
      @Nullable Instant updatedAt,
      @Nullable Long version,
      @Nullable String failure) {}

  TrainingRow last() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("select * from suggestion_training").mapTo(TrainingRow.class).one());
  }

  /**
   * Begins a training; false where one runs, here or at another instance.
   *
   * @param abandoned one that was not heard of since then is taken for dead
   */
  boolean begin(UUID id, String by, Instant now, Instant abandoned) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(BEGIN)
                    .bind("id", id)
                    .bind("by", by)
                    .bind("now", now)
                    .bind("abandoned", abandoned)
                    .execute())
        == 1;
  }

  void progress(UUID id, String phase, int examples, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(CONTINUE)
                .bind("id", id)
                .bind("phase", phase)
                .bind("examples", examples)
                .bind("now", now)
                .execute());
  }

  void done(UUID id, long version, Instant now) {
    end(id, "done", version, null, now);
  }

  void failed(UUID id, String failure, Instant now) {
    end(id, "failed", null, failure, now);
  }

  private void end(
      UUID id, String state, @Nullable Long version, @Nullable String failure, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(END)
                .bind("id", id)
                .bind("state", state)
                .bind("version", version)
                .bind("failure", failure)
                .bind("now", now)
                .execute());
  }
}
