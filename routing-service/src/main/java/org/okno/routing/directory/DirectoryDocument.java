package org.okno.routing.directory;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Actor;
import org.okno.contracts.DirectoryEvent;

/** Entries of the directory: each is new or replaces the one with its code or id. */
@Schema(description = "Entries: each is new or replaces the one with its code or id")
public record DirectoryDocument(
    @Schema(description = "Territories, parents in any order") List<Territory> territories,
    @Schema(description = "Terms of the taxonomy") List<Term> terms,
    @Schema(description = "Agencies") List<Organization> organizations,
    @Schema(description = "Services of agencies") List<Service> services,
    @Schema(description = "How much time agencies have") List<DeadlineRule> deadlines) {
  public DirectoryDocument {
    territories = Text.list(territories);
    terms = Text.list(terms);
    organizations = Text.list(organizations);
    services = Text.list(services);
    deadlines = Text.list(deadlines);
  }

  /** How many entries it holds. */
  int size() {
    return territories.size()
        + terms.size()
        + organizations.size()
        + services.size()
        + deadlines.size();
  }

  /**
   * One event for each entry that other services know of; services and deadlines are routing's own.
   */
  List<DirectoryEvent> published(Instant at, long version, @Nullable Actor actor) {
    return Stream.<DirectoryEvent>concat(
            Stream.concat(
                territories.stream().map(territory -> territory.published(at, version, actor)),
                terms.stream().map(term -> term.published(at, version, actor))),
            organizations.stream().map(organization -> organization.published(at, version, actor)))
        .toList();
  }
}
