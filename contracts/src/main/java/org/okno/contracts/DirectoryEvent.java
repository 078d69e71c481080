package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The directory, entry by entry, for whoever needs names and codes. Compacted: the last event of a
 * key is what holds. An actor is who imported the entry: null where a service did at its first
 * start, and in events from before December 2026.
 */
public sealed interface DirectoryEvent extends Event {

  /** When the entry was published. */
  Instant publishedAt();

  /**
   * The version of the directory that published the entry, higher at each import; null in events
   * from before December 2026.
   */
  @Nullable Long version();

  /** The newer of two events of one entry: by version, by time where one has none. */
  static <E extends DirectoryEvent> E newer(E one, E other) {
    Long version = one.version();
    Long otherVersion = other.version();
    boolean isNewer =
        version == null || otherVersion == null
            ? !other.publishedAt().isBefore(one.publishedAt())
            : otherVersion > version;
    return isNewer ? other : one;
  }

  /** The newest event of each entry of a kind, in the order in which the entries first came. */
  static <E extends DirectoryEvent> Collection<E> newest(
      Collection<? extends Event> events, Class<E> kind) {
    Map<String, E> newest = new LinkedHashMap<>();
    for (Event event : events) {
      if (kind.isInstance(event)) {
        newest.merge(event.key(), kind.cast(event), DirectoryEvent::newer);
      }
    }
    return newest.values();
  }

  @Override
  default Instant time() {
    return publishedAt();
  }

  /**
   * A territory. Key: {@code territory/<code>}.
   *
   * @param level {@code country}, {@code region}, {@code municipality} or {@code district}
   * @param parent code of the territory above; null at the root
   * @param zone IANA time zone
   */
  record TerritoryPublished(
      String code,
      String name,
      String level,
      @Nullable String parent,
      String zone,
      Instant publishedAt,
      @Nullable Long version,
      @Nullable Actor actor)
      implements DirectoryEvent {
    public TerritoryPublished {
      requireNonNull(code, "code");
      requireNonNull(name, "name");
      requireNonNull(level, "level");
      requireNonNull(zone, "zone");
      requireNonNull(publishedAt, "publishedAt");
    }

    @Override
    public String key() {
      return "territory/" + code;
    }
  }

  /**
   * A term of the taxonomy: axis {@code need}, {@code situation} or {@code target-group}. Key:
   * {@code <axis>/<code>}.
   */
  record TermPublished(
      String axis,
      String code,
      String nameRu,
      String nameEn,
      Instant publishedAt,
      @Nullable Long version,
      @Nullable Actor actor)
      implements DirectoryEvent {
    public TermPublished {
      requireNonNull(axis, "axis");
      requireNonNull(code, "code");
      requireNonNull(nameRu, "nameRu");
      requireNonNull(nameEn, "nameEn");
      requireNonNull(publishedAt, "publishedAt");
    }

    @Override
    public String key() {
      return axis + "/" + code;
    }
  }

  /**
   * An agency. Key: {@code agency/<id>}.
   *
   * @param openingHours each as {@link OpeningTime} reads it; null where the directory has none,
   *     and in events from before December 2026
   */
  record AgencyPublished(
      String id,
      String name,
      Instant publishedAt,
      @Nullable Long version,
      @Nullable Actor actor,
      @Nullable List<String> openingHours)
      implements DirectoryEvent {
    public AgencyPublished {
      requireNonNull(id, "id");
      requireNonNull(name, "name");
      requireNonNull(publishedAt, "publishedAt");
      openingHours = openingHours == null ? null : List.copyOf(openingHours);
    }

    /** An agency without opening hours. */
    public AgencyPublished(
        String id,
        String name,
        Instant publishedAt,
        @Nullable Long version,
        @Nullable Actor actor) {
      this(id, name, publishedAt, version, actor, null);
    }

    @Override
    public String key() {
      return "agency/" + id;
    }
  }
}
