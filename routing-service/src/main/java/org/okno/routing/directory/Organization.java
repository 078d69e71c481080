package org.okno.routing.directory;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.DirectoryEvent.AgencyPublished;

/** An agency. Names after HSDS {@code organization}. */
@Schema(description = "An agency, as HSDS describes an organization")
public record Organization(
    @Schema(description = "Id in the directory", examples = "food-bank", required = true) String id,
    @Schema(description = "Name", examples = "Банк еды", required = true) String name,
    @Schema(description = "What it does", examples = "Продуктовые наборы")
        @Nullable String description,
    @Schema(description = "Address of its web site", examples = "https://food.example.org")
        @Nullable String website) {

  public Organization {
    id = Text.code(id);
    name = Text.name(name);
    description = Text.optional(description);
    website = Text.optional(website);
  }

  /** As events name it. */
  public AgencyRef asRef() {
    return new AgencyRef(id, name);
  }

  AgencyPublished published(Instant at, long version, @Nullable Actor actor) {
    return new AgencyPublished(id, name, at, version, actor);
  }
}
