package org.okno.routing.hsds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.okno.sql.BatchInsert;
import org.okno.sql.JsonText;

/** The objects of HSDS, each as it was imported. */
@Singleton
class HsdsRepository {
  private static final String REPLACE =
      "on conflict (kind, id) do update set document = excluded.document, modified_at ="
          + " excluded.modified_at";
  private static final String FIND =
      """
      select o.kind, o.id, o.document from hsds_object o
      join unnest(cast(:kinds as text[]), cast(:ids as uuid[])) as wanted(kind, id)
        on o.kind = wanted.kind and o.id = wanted.id
      """;
  private static final String NAMING =
      """
      select kind, id, document from hsds_object
      where kind = :kind and document ->> '%s' = any(:ids) order by id
      """;
  private static final String REMOVE =
      """
      delete from hsds_object where (kind = 'service' and id = any(:ids))
        or (kind = 'service-at-location' and document ->> 'service_id' = any(cast(:ids as text[])))
      """;

  private final Jdbi jdbi;
  private final BatchInsert batchInsert;

  HsdsRepository(Jdbi jdbi, BatchInsert batchInsert) {
    this.jdbi = jdbi;
    this.batchInsert = batchInsert;
  }

  private record StoredObject(String kind, UUID id, JsonText document) {
    HsdsKey key() {
      return new HsdsKey(HsdsKind.ofCode(kind), id);
    }
  }

  private record NewObject(String kind, UUID id, JsonText document, Instant modifiedAt) {}

  /** Those of the objects that are stored. */
  Map<HsdsKey, ObjectNode> find(Collection<HsdsKey> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    return jdbi.withHandle(
        handle ->
            objects(
                handle
                    .createQuery(FIND)
                    .bind(
                        "kinds", keys.stream().map(key -> key.kind().code()).toArray(String[]::new))
                    .bind("ids", keys.stream().map(HsdsKey::id).toArray(UUID[]::new))));
  }

  /**
   * The objects of a kind that name one of others.
   *
   * @param member by which they do
   */
  Map<HsdsKey, ObjectNode> naming(HsdsKind kind, String member, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbi.withHandle(
        handle ->
            objects(
                handle
                    .createQuery(NAMING.formatted(member))
                    .bind("kind", kind.code())
                    .bind("ids", ids.stream().map(UUID::toString).toArray(String[]::new))));
  }

  /** Objects of a kind in the order of their ids. */
  Map<HsdsKey, ObjectNode> page(HsdsQuery query, int offset, int limit) {
    return jdbi.withHandle(
        handle ->
            objects(
                handle
                    .createQuery(
                        "select kind, id, document from hsds_object where "
                            + query.conditions()
                            + " order by id limit :limit offset :offset")
                    .bindMap(query.parameters())
                    .bind("limit", limit)
                    .bind("offset", offset)));
  }

  /** How many there are. */
  long count(HsdsQuery query) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from hsds_object where " + query.conditions())
                .bindMap(query.parameters())
                .mapTo(Long.class)
                .one());
  }

  /** Inserts or replaces objects, in the current transaction. */
  void put(Map<HsdsKey, ObjectNode> objects, Instant at) {
    batchInsert.insert(
        "hsds_object",
        objects.entrySet().stream()
            .map(
                one ->
                    new NewObject(
                        one.getKey().kind().code(),
                        one.getKey().id(),
                        new JsonText(one.getValue().toString()),
                        at))
            .toList(),
        REPLACE);
  }

  /** Removes services with where they are, in the current transaction. */
  void removeServices(Set<HsdsKey> services) {
    UUID[] ids = services.stream().map(HsdsKey::id).toArray(UUID[]::new);
    jdbi.useHandle(handle -> handle.createUpdate(REMOVE).bind("ids", ids).execute());
  }

  private static Map<HsdsKey, ObjectNode> objects(Query query) {
    Map<HsdsKey, ObjectNode> objects = new LinkedHashMap<>();
    try (Stream<StoredObject> rows = query.mapTo(StoredObject.class).stream()) {
      rows.forEach(row -> objects.put(row.key(), HsdsJson.read(row.document().value())));
    }
    return objects;
  }
}
