package org.okno.routing.hsds;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which objects of a kind are listed: those for which every condition holds.
 *
 * @param conditions on a row of {@code hsds_object}
 * @param parameters what they bind, by name
 * @param own the same conditions on an object of Okno's own directory
 */
record HsdsQuery(
    HsdsKind kind, String conditions, Map<String, Object> parameters, Predicate<OwnObject> own) {
  /** The service that a service at a location is of, or the service itself. */
  private static final String OF_SERVICE =
      """
      (kind = 'service' and %1$s or kind = 'service-at-location' and exists (
        select from hsds_object s where s.kind = 'service'
          and s.id = cast(hsds_object.document ->> 'service_id' as uuid) and %2$s))
      """;

  private static final String TERM =
      "%s -> 'attributes' @> jsonb_build_array(jsonb_build_object('taxonomy_term_id', cast(:term as text)))";
  private static final String TAXONOMY =
      """
      exists (
        select from jsonb_array_elements(%s -> 'attributes') a
        join hsds_object t on t.kind = 'taxonomy-term' and t.id = cast(a ->> 'taxonomy_term_id' as uuid)
        where t.document ->> 'taxonomy_id' = :taxonomy)
      """;

  static HsdsQuery of(HsdsKind kind) {
    return new HsdsQuery(kind, "kind = :kind", Map.of("kind", kind.code()), one -> true);
  }

  /** Those with a text in their names or their description. */
  HsdsQuery search(@Nullable String text) {
    return text == null
        ? this
        : and(
            "concat_ws(' ', document ->> 'name', document ->> 'alternate_name', document ->>"
                + " 'description') ilike :search",
            "search",
            "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%",
            one -> contains(one.name(), text));
  }

  HsdsQuery organization(@Nullable UUID id) {
    return ofService(
        "%s ->> 'organization_id' = :organization",
        "organization", id, one -> Objects.equals(id, one.organization()));
  }

  HsdsQuery term(@Nullable UUID id) {
    return ofService(TERM, "term", id, one -> one.terms().contains(id));
  }

  HsdsQuery taxonomy(@Nullable UUID id) {
    return ofService(TAXONOMY, "taxonomy", id, one -> one.taxonomies().contains(id));
  }

  /** Terms of a taxonomy. */
  HsdsQuery inTaxonomy(@Nullable UUID id) {
    return id == null
        ? this
        : and(
            "document ->> 'taxonomy_id' = :taxonomy",
            "taxonomy",
            id.toString(),
            one -> one.taxonomies().contains(id));
  }

  /** Terms below another. */
  HsdsQuery below(@Nullable UUID parent) {
    return parent == null
        ? this
        : and("document ->> 'parent_id' = :parent", "parent", parent.toString(), one -> false);
  }

  /** Terms that are below no other. */
  HsdsQuery topOnly(@Nullable Boolean wanted) {
    return Boolean.TRUE.equals(wanted)
        ? new HsdsQuery(kind, conditions + " and document ->> 'parent_id' is null", parameters, own)
        : this;
  }

  /** Those that Okno got or changed at a time or later; of its own it does not know when. */
  HsdsQuery modifiedAfter(@Nullable Instant at) {
    return at == null ? this : and("modified_at >= :modified", "modified", at, one -> true);
  }

  private HsdsQuery ofService(
      String condition, String name, @Nullable UUID id, Predicate<OwnObject> same) {
    return id == null
        ? this
        : and(
            OF_SERVICE.formatted(
                condition.formatted("document"), condition.formatted("s.document")),
            name,
            id.toString(),
            same);
  }

  private static boolean contains(String name, String text) {
    return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  private HsdsQuery and(String condition, String name, Object value, Predicate<OwnObject> same) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put(name, value);
    return new HsdsQuery(kind, conditions + " and " + condition, all, own.and(same));
  }
}
