package org.okno.routing.directory;

import java.time.Instant;
import java.util.List;
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
        @Nullable String website,
    @Schema(
            description =
                "When it is open, in local time of the territory: a weekday and an interval each;"
                    + " its deadlines in working time count by them. None: Monday to Friday, 9 to"
                    + " 18",
            examples = "[\"Mo 09:00-13:00\", \"Mo 14:00-18:00\"]")
        List<String> openingHours) {

  public Organization {
    id = Text.code(id);
    name = Text.name(name);
    description = Text.optional(description);
    website = Text.optional(website);
    openingHours = Text.list(openingHours);
  }

  /** An agency that names no hours. */
  public Organization(
      String id, String name, @Nullable String description, @Nullable String website) {
    this(id, name, description, website, List.of());
  }

  /** As events name it. */
  public AgencyRef asRef() {
    return new AgencyRef(id, name);
  }

  AgencyPublished published(Instant at, long version, @Nullable Actor actor) {
    return new AgencyPublished(
        id, name, at, version, actor, openingHours.isEmpty() ? null : openingHours);
  }
}
