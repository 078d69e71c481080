package org.okno.intake.suggestion;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.okno.messaging.Json;
import org.okno.sql.BatchInsert;
import org.okno.sql.JsonText;

/** The tables {@code suggestion_model} and {@code suggestion_active}. */
@Singleton
class ModelRepository {
  static final String PHRASES = "phrases";
  static final String REQUESTS = "requests";

  private static final String ACTIVE =
      "select version from suggestion_active where version is not null";
  private static final String SELECT =
      """
      select m.version, m.created_at, m.source, m.examples, m.figures, m.active_figures,
        m.created_by,
        a.version is not null as active, a.activated_at, a.activated_by
      from suggestion_model m left join suggestion_active a on a.version = m.version
      """;
  private static final String FIND = SELECT + "where m.version = :version";
  private static final String LIST =
      SELECT
          + """
            where cast(:before as bigint) is null or m.version < :before
            order by m.version desc limit :rows
            """;
  private static final String ACTIVATE =
      """
      update suggestion_active set version = :version, activated_at = :at, activated_by = :by
      where version is distinct from :version
      """;
  // A model of requests that somebody activated stays.
  private static final String ACTIVATE_PHRASES =
      """
      update suggestion_active set version = :version, activated_at = :at, activated_by = null
      where version is null or version in (select version from suggestion_model where source = 'phrases')
      """;

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  ModelRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  /**
   * A model to be stored.
   *
   * @param fingerprint of the phrases; null for a model of requests
   * @param learnedUntil the newest request that it learned from; null for a model of phrases
   * @param createdBy who had it trained; null where intake did
   */
  @SuppressWarnings("ArrayRecordComponent") // only passed on, never compared
  record NewModel(
      Instant createdAt,
      String source,
      @Nullable String fingerprint,
      @Nullable UUID learnedUntil,
      int examples,
      Figures figures,
      @Nullable Figures activeFigures,
      byte[] file,
      @Nullable String createdBy) {}

  @SuppressWarnings("ArrayRecordComponent") // only passed on, never compared
  private record NewRow(
      Instant createdAt,
      String source,
      @Nullable String fingerprint,
      @Nullable UUID learnedUntil,
      int examples,
      JsonText figures,
      @Nullable JsonText activeFigures,
      byte[] file,
      @Nullable String createdBy) {

    static NewRow of(NewModel model) {
      Figures active = model.activeFigures();
      return new NewRow(
          model.createdAt(),
          model.source(),
          model.fingerprint(),
          model.learnedUntil(),
          model.examples(),
          new JsonText(Json.write(model.figures())),
          active == null ? null : new JsonText(Json.write(active)),
          model.file(),
          model.createdBy());
    }
  }

  private record ModelRow(
      long version,
      Instant createdAt,
      String source,
      int examples,
      JsonText figures,
      @Nullable JsonText activeFigures,
      @Nullable String createdBy,
      boolean active,
      @Nullable Instant activatedAt,
      @Nullable String activatedBy) {

    ModelView view() {
      return new ModelView(
          version,
          source,
          createdAt,
          createdBy,
          examples,
          Json.read(figures.value(), Figures.class),
          activeFigures == null ? null : Json.read(activeFigures.value(), Figures.class),
          active,
          activatedAt,
          activatedBy);
    }
  }

  /** The version of the active model. */
  Optional<Long> active() {
    return jdbi.withHandle(handle -> handle.createQuery(ACTIVE).mapTo(Long.class).findOne());
  }

  /** The file of a model. */
  Optional<byte[]> file(long version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select file from suggestion_model where version = :version")
                .bind("version", version)
                .mapTo(byte[].class)
                .findOne());
  }

  /** A model, without its file. */
  Optional<ModelView> find(long version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FIND)
                .bind("version", version)
                .mapTo(ModelRow.class)
                .map(ModelRow::view)
                .findOne());
  }

  /** The newest request that a model learned from; empty where it learned from none. */
  Optional<UUID> learnedUntil(long version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select learned_until from suggestion_model where version = :version"
                        + " and learned_until is not null")
                .bind("version", version)
                .mapTo(UUID.class)
                .findOne());
  }

  /** The newest first. */
  List<ModelView> list(@Nullable Long before, int rows) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LIST)
                .bind("before", before)
                .bind("rows", rows)
                .mapTo(ModelRow.class)
                .map(ModelRow::view)
                .list());
  }

  /** Whether these phrases have a model. */
  boolean hasPhraseModel(String fingerprint) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select from suggestion_model where fingerprint = :fingerprint)")
                .bind("fingerprint", fingerprint)
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * Stores and activates the model of phrases, unless another instance did.
   *
   * @return whether this one did
   */
  @Transactional
  boolean savePhraseModel(NewModel model) {
    Set<Long> version = insert(model);
    version.forEach(
        inserted ->
            jdbi.useHandle(
                handle ->
                    handle
                        .createUpdate(ACTIVATE_PHRASES)
                        .bind("version", inserted)
                        .bind("at", model.createdAt())
                        .execute()));
    return !version.isEmpty();
  }

  /** Stores a model, not active yet; its version. */
  long save(NewModel model) {
    return insert(model).iterator().next();
  }

  private Set<Long> insert(NewModel model) {
    return batchInsert.insertReturning(
        "suggestion_model",
        List.of(NewRow.of(model)),
        "on conflict (fingerprint) do nothing returning version",
        Long.class);
  }

  /** Makes a model the active one; nothing changes where it is. */
  void activate(long version, Instant at, String by) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ACTIVATE)
                .bind("version", version)
                .bind("at", at)
                .bind("by", by)
                .execute());
  }
}
