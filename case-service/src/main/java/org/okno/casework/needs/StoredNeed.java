package org.okno.casework.needs;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A need's row. Its version is the entity tag of the need. */
@Entity
@Table(name = "need")
public class StoredNeed {
  @EmbeddedId private NeedKey key;
  private short position;
  private String need;
  private @Nullable String situation;
  @Embedded private NeedColumns columns;
  @Version private long version;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  protected StoredNeed() {}

  public NeedKey key() {
    return key;
  }

  /** Code in the needs taxonomy. */
  public String need() {
    return need;
  }

  public @Nullable String situation() {
    return situation;
  }

  public NeedColumns columns() {
    return columns;
  }

  public long version() {
    return version;
  }

  void become(NeedState state) {
    columns = NeedColumns.of(state);
  }
}
