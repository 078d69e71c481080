package org.okno.routing.hsds;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which services, or services at locations, a reader requests; null: all. */
public record ServiceFilter(
    @Parameter(description = "Text in a name or the description", example = "counselling")
        @QueryParam("search")
        @Nullable String search,
    @Parameter(
            description = "With an attribute of this taxonomy term",
            example = "3f7b145d-84af-42d7-8fae-eaca714b02b2")
        @QueryParam("taxonomy_term_id")
        @Nullable UUID term,
    @Parameter(
            description = "With an attribute of a term of this taxonomy",
            example = "5c4d79d7-cc55-470e-9f1f-8cad074e4892")
        @QueryParam("taxonomy_id")
        @Nullable UUID taxonomy,
    @Parameter(
            description = "Of this organization",
            example = "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610")
        @QueryParam("organization_id")
        @Nullable UUID organization,
    @Parameter(
            description = "That Okno got or changed at this time or later",
            example = "2026-11-01T00:00:00Z")
        @QueryParam("modified_after")
        @Nullable ModifiedAfter modifiedAfter) {

  HsdsQuery of(HsdsKind kind) {
    return HsdsQuery.of(kind)
        .search(search)
        .term(term)
        .taxonomy(taxonomy)
        .organization(organization)
        .modifiedAfter(modifiedAfter == null ? null : modifiedAfter.at());
  }
}
