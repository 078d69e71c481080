package org.okno.routing.hsds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;

/** The taxonomies of the directory as the API of Open Referral HSDS 3. */
@Path("/hsds")
@Tag(name = "hsds", description = "The directory as the API of Open Referral HSDS 3")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class HsdsTaxonomyResource {
  private static final String ID = "Id in HSDS";
  private static final String TEXT = "Text in a name or the description";
  private static final String A_TAXONOMY = "5c4d79d7-cc55-470e-9f1f-8cad074e4892";
  private static final String A_TERM = "3f7b145d-84af-42d7-8fae-eaca714b02b2";
  private static final String WHOLE = "The object, with everything that belongs to it";

  private final ReadHsds readHsds;

  HsdsTaxonomyResource(ReadHsds readHsds) {
    this.readHsds = readHsds;
  }

  @GET
  @Path("taxonomies")
  @Operation(
      operationId = "listHsdsTaxonomies",
      summary = "Taxonomies, by id",
      description = "The taxonomies that services are described by.")
  public HsdsPage taxonomies(
      @Parameter(description = TEXT, example = "needs") @QueryParam("search")
          @Nullable String search,
      @BeanParam HsdsPaging paging) {
    return readHsds.page(HsdsQuery.of(HsdsKind.TAXONOMY).search(search), paging, true);
  }

  @GET
  @Path("taxonomies/{id}")
  @Operation(
      operationId = "getHsdsTaxonomy",
      summary = "A taxonomy",
      description = "As HSDS 3 describes a taxonomy.")
  @APIResponseSchema(value = Object.class, responseDescription = WHOLE)
  public ObjectNode taxonomy(
      @Parameter(description = ID, example = A_TAXONOMY) @PathParam("id") UUID id) {
    return one(HsdsKind.TAXONOMY, id);
  }

  @GET
  @Path("taxonomy_terms")
  @Operation(
      operationId = "listHsdsTaxonomyTerms",
      summary = "Terms of taxonomies, by id",
      description = "Each with its taxonomy.")
  public HsdsPage terms(
      @Parameter(description = TEXT, example = "food") @QueryParam("search")
          @Nullable String search,
      @Parameter(description = "Of this taxonomy", example = A_TAXONOMY) @QueryParam("taxonomy_id")
          @Nullable UUID taxonomy,
      @Parameter(description = "Directly below this term", example = A_TERM)
          @QueryParam("parent_id")
          @Nullable UUID parent,
      @Parameter(description = "Whether only terms that are below no other", example = "true")
          @QueryParam("top_only")
          @Nullable Boolean topOnly,
      @BeanParam HsdsPaging paging) {
    HsdsQuery query =
        HsdsQuery.of(HsdsKind.TAXONOMY_TERM)
            .search(search)
            .inTaxonomy(taxonomy)
            .below(parent)
            .topOnly(topOnly);
    return readHsds.page(query, paging, true);
  }

  @GET
  @Path("taxonomy_terms/{id}")
  @Operation(
      operationId = "getHsdsTaxonomyTerm",
      summary = "A term of a taxonomy",
      description = "As HSDS 3 describes a taxonomy_term.")
  @APIResponseSchema(value = Object.class, responseDescription = WHOLE)
  public ObjectNode term(@Parameter(description = ID, example = A_TERM) @PathParam("id") UUID id) {
    return one(HsdsKind.TAXONOMY_TERM, id);
  }

  private ObjectNode one(HsdsKind kind, UUID id) {
    return readHsds
        .one(new HsdsKey(kind, id))
        .orElseThrow(
            () ->
                Problem.notFound("There is no %s with this id.".formatted(kind.code()))
                    .asException());
  }
}
