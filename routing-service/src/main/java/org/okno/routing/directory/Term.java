package org.okno.routing.directory;

import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Actor;
import org.okno.contracts.DirectoryEvent.TermPublished;

/**
 * A term of the taxonomy.
 *
 * @param axis one of {@link #AXES}
 * @param code unique on its axis
 */
@Schema(description = "A term of the taxonomy")
public record Term(
    @Schema(
            description = "Axis of the taxonomy",
            examples = "need",
            enumeration = {"need", "situation", "target-group"},
            required = true)
        String axis,
    @Schema(description = "Unique on its axis", examples = "food", required = true) String code,
    @Schema(description = "Name in Russian", examples = "Продукты", required = true) String nameRu,
    @Schema(description = "Name in English", examples = "Food", required = true) String nameEn) {
  public static final String NEED = "need";
  public static final String TARGET_GROUP = "target-group";
  static final Set<String> AXES = Set.of(NEED, "situation", TARGET_GROUP);

  public Term {
    axis = Text.code(axis);
    code = Text.code(code);
    nameRu = Text.name(nameRu);
    nameEn = Text.name(nameEn);
  }

  /** Unique over all axes. */
  public String key() {
    return axis + "/" + code;
  }

  TermPublished published(Instant at, long version, @Nullable Actor actor) {
    return new TermPublished(axis, code, nameRu, nameEn, at, version, actor);
  }
}
