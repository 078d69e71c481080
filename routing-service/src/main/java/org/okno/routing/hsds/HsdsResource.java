package org.okno.routing.hsds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;

/** The directory as the API of Open Referral HSDS 3: what was imported in that form. */
@Path("/hsds")
@Tag(name = "hsds", description = "The directory as the API of Open Referral HSDS 3")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class HsdsResource {
  static final String A_SERVICE = "ac148810-d857-441c-9679-408f346de14b";
  static final String LIST = "Each with what it has one of; whole with full=true.";

  private static final String FULL = "Whether each comes with everything that belongs to it";
  private static final String WHOLE = "The object, with everything that belongs to it";
  private static final String ID = "Id in HSDS";

  private final ReadHsds readHsds;
  private final String openApiPath;

  HsdsResource(
      ReadHsds readHsds,
      @ConfigProperty(name = "quarkus.smallrye-openapi.path", defaultValue = "/q/openapi")
          String openApiPath) {
    this.readHsds = readHsds;
    this.openApiPath = openApiPath;
  }

  @GET
  @Operation(
      operationId = "describeHsds",
      summary = "What this API is",
      description = "The version of the standard, and where its documents are.")
  public HsdsApi api(@Context UriInfo address) {
    return new HsdsApi(
        "3.0",
        "https://docs.openreferral.org/en/v3.0.1/",
        address.getBaseUri().resolve(openApiPath).toString());
  }

  @GET
  @Path("services")
  @Operation(operationId = "listHsdsServices", summary = "Services, by id", description = LIST)
  public HsdsPage services(
      @BeanParam ServiceFilter filter,
      @BeanParam HsdsPaging paging,
      @Parameter(description = FULL, example = "true") @QueryParam("full") @Nullable Boolean full) {
    return readHsds.page(filter.of(HsdsKind.SERVICE), paging, isTrue(full));
  }

  @GET
  @Path("services/{id}")
  @Operation(
      operationId = "getHsdsService",
      summary = "A service with its organization and its locations",
      description = "As HSDS 3 describes a service.")
  @APIResponseSchema(value = Object.class, responseDescription = WHOLE)
  public ObjectNode service(
      @Parameter(description = ID, example = A_SERVICE) @PathParam("id") UUID id) {
    return one(HsdsKind.SERVICE, id);
  }

  @GET
  @Path("organizations")
  @Operation(
      operationId = "listHsdsOrganizations",
      summary = "Organizations, by id",
      description = LIST)
  public HsdsPage organizations(
      @Parameter(description = "Text in a name or the description", example = "help")
          @QueryParam("search")
          @Nullable String search,
      @BeanParam HsdsPaging paging,
      @Parameter(description = FULL, example = "true") @QueryParam("full") @Nullable Boolean full) {
    return readHsds.page(HsdsQuery.of(HsdsKind.ORGANIZATION).search(search), paging, isTrue(full));
  }

  @GET
  @Path("organizations/{id}")
  @Operation(
      operationId = "getHsdsOrganization",
      summary = "An organization with its locations and the names of its services",
      description = "As HSDS 3 describes an organization.")
  @APIResponseSchema(value = Object.class, responseDescription = WHOLE)
  public ObjectNode organization(
      @Parameter(description = ID, example = "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610")
          @PathParam("id")
          UUID id) {
    return one(HsdsKind.ORGANIZATION, id);
  }

  @GET
  @Path("service_at_locations")
  @Operation(
      operationId = "listHsdsServicesAtLocations",
      summary = "Services at locations, by id",
      description = LIST)
  public HsdsPage servicesAtLocations(
      @BeanParam ServiceFilter filter,
      @BeanParam HsdsPaging paging,
      @Parameter(description = FULL, example = "true") @QueryParam("full") @Nullable Boolean full) {
    return readHsds.page(filter.of(HsdsKind.SERVICE_AT_LOCATION), paging, isTrue(full));
  }

  @GET
  @Path("service_at_locations/{id}")
  @Operation(
      operationId = "getHsdsServiceAtLocation",
      summary = "A service at a location, with both",
      description = "As HSDS 3 describes a service_at_location.")
  @APIResponseSchema(value = Object.class, responseDescription = WHOLE)
  public ObjectNode serviceAtLocation(
      @Parameter(description = ID, example = "e94c9f38-1e8f-4564-91d4-d53501ab1765")
          @PathParam("id")
          UUID id) {
    return one(HsdsKind.SERVICE_AT_LOCATION, id);
  }

  private static boolean isTrue(@Nullable Boolean parameter) {
    return Boolean.TRUE.equals(parameter);
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
