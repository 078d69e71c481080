package org.okno.intake.accesses;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.okno.contracts.Actor;
import org.okno.http.JsonBody;
import org.okno.http.Problem;
import org.okno.http.ProblemException;
import org.okno.identity.Caller;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Role;
import org.okno.identity.Rows;

/**
 * Opens what a request says about persons. A POST, for it makes an entry of the access journal: no
 * cache, no history and no prefetching client repeats it.
 */
@Path("/v1/requests/{id}/personal-data")
@Tag(name = "accesses", description = "Personal data, and who opened it for which purpose")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OpeningsResource {
  private static final int BODY_BYTES = 1024;
  private static final String EXAMPLE_ID = "019cad30-059a-7af4-81d1-a98c6b9634a2";
  private static final String TOO_MANY = "Too many openings by this caller; nothing was opened";
  private static final String OPENED =
      "What the request says about persons, as far as their keys exist; what was erased says so";

  private final OpenPersonalData openPersonalData;
  private final OpeningLimit limit;
  private final CurrentCaller current;

  OpeningsResource(OpenPersonalData openPersonalData, OpeningLimit limit, CurrentCaller current) {
    this.openPersonalData = openPersonalData;
    this.limit = limit;
    this.current = current;
  }

  @POST
  @Path("openings")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "openPersonalData",
      summary = "Open the personal data of a request for a purpose",
      description =
          "Each opening is recorded before it is shown, and so is a refused one. Agencies open"
              + " requests in which they have a need; for work-on-referral those that were referred"
              + " to them, and of these the parts that the person agreed to. A purpose that the caller's roles may not name"
              + " is a 403.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Opening.class)))
  @APIResponseSchema(value = PersonalDataView.class, responseDescription = OPENED)
  @APIResponse(responseCode = "429", description = TOO_MANY)
  public PersonalDataView open(
      @Parameter(description = "Id of the request", example = EXAMPLE_ID) @PathParam("id") UUID id,
      InputStream body) {
    Purpose purpose = JsonBody.read(body, BODY_BYTES, Opening.class).purpose();
    if (purpose == Purpose.EMERGENCY) {
      throw Problem.invalid("/purpose", "an emergency has an endpoint of its own").asException();
    }
    return open(id, purpose, rows(purpose));
  }

  @POST
  @Path("emergency-openings")
  @Operation(
      operationId = "openPersonalDataInEmergency",
      summary = "Open the personal data of any request in an emergency",
      description =
          "Where somebody is in danger and the request is not the caller's. It is recorded, and"
              + " another person must approve it afterwards.")
  @APIResponseSchema(value = PersonalDataView.class, responseDescription = OPENED)
  @APIResponse(responseCode = "429", description = TOO_MANY)
  public PersonalDataView openInEmergency(
      @Parameter(description = "Id of the request", example = EXAMPLE_ID) @PathParam("id")
          UUID id) {
    return open(id, Purpose.EMERGENCY, current.rows());
  }

  private PersonalDataView open(UUID id, Purpose purpose, Rows permitted) {
    Caller caller = current.caller();
    Role role = purpose.roleOf(caller).orElseThrow(() -> notNamed(caller));
    limit.count(caller);
    return openPersonalData
        .open(id, purpose, Accessor.of(new Actor(caller.subject(), role.code()), caller), permitted)
        .orElseThrow(() -> Problem.notFound("There is no request with this id.").asException());
  }

  /** Whoever has several roles opens by the one that names the purpose, not by the widest. */
  private Rows rows(Purpose purpose) {
    Caller caller = current.caller();
    if (!purpose.isOfAgency()) {
      return current.rows();
    }
    if (caller.agency() == null) {
      throw notNamed(caller);
    }
    return new Rows.OfAgency(caller.agency());
  }

  private static ProblemException notNamed(Caller caller) {
    return Problem.of(
            403,
            "purpose-not-allowed",
            "Your roles do not open personal data for this purpose",
            "Nothing was opened. They may name: " + Purpose.of(caller))
        .asException();
  }
}
