package org.okno.routing.directory;

import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Actor;
import org.okno.contracts.Codes;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;

/**
 * A node of the territory tree.
 *
 * @param level one of {@link #LEVELS}; a municipality may lie in another one
 * @param parent code of the territory above; null at a root
 * @param oktmo its official code with the check digit; null where it has none or nobody checked it
 */
@Schema(description = "A node of the territory tree")
public record Territory(
    @Schema(
            description = "Official code",
            examples = "02701302",
            required = true,
            maxLength = Codes.MAX_LENGTH)
        String code,
    @Schema(description = "Name", examples = "Заречный", required = true, maxLength = 2000)
        String name,
    @Schema(
            description = "Level in the tree",
            examples = "district",
            enumeration = {"country", "region", "municipality", "district"},
            required = true)
        String level,
    @Schema(description = "Code of the territory above; absent at a root", examples = "02701000")
        @Nullable String parent,
    @Schema(
            description = "IANA time zone: calendar days are counted in it",
            examples = "Europe/Samara",
            required = true)
        String zone,
    @Schema(
            description = "Its OKTMO code with the check digit, which is verified",
            examples = "027013029")
        @Nullable String oktmo) {
  static final Set<String> LEVELS = Set.of("country", "region", "municipality", "district");

  public Territory {
    code = Text.code(code);
    name = Text.name(name);
    level = Text.code(level);
    parent = parent == null || parent.isBlank() ? null : parent.strip();
    zone = Text.code(zone);
    oktmo = Text.optional(oktmo);
  }

  /** A territory without a verified code. */
  public Territory(String code, String name, String level, @Nullable String parent, String zone) {
    this(code, name, level, parent, zone, null);
  }

  TerritoryPublished published(Instant at, long version, @Nullable Actor actor) {
    return new TerritoryPublished(code, name, level, parent, zone, at, version, actor);
  }
}
