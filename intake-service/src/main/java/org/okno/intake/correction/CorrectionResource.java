package org.okno.intake.correction;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.okno.http.JsonBody;
import org.okno.http.Preconditions;
import org.okno.http.Problem;
import org.okno.identity.CurrentCaller;
import org.okno.intake.requests.RequestView;

/** Correction of a request over HTTP. */
@Path("/v1/requests")
@Tag(name = "requests", description = "Requests for help")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CorrectionResource {
  private static final int BODY_BYTES = 1 << 20;
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final CorrectRequest correctRequest;
  private final CurrentCaller current;

  CorrectionResource(CorrectRequest correctRequest, CurrentCaller current) {
    this.correctRequest = correctRequest;
    this.current = current;
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MERGE_PATCH)
  @Operation(
      operationId = "correctRequest",
      summary = "Correct a request",
      description =
          "A JSON Merge Patch (RFC 7396) of its questionnaire: a field that is absent stays, null"
              + " removes it, a list is replaced. Needs that are new are routed; of those that are left"
              + " out, what nobody has begun is closed and whoever works on one is told. With another"
              + " urgency or target group, what no agency has accepted is routed again. Channel,"
              + " externalId, requestedAt, territory and whether there is a beneficiary stay. A patch"
              + " that changes nothing succeeds.")
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      description = "Fields of the questionnaire, at most 1 MiB",
      content =
          @Content(
              mediaType = MERGE_PATCH,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      description = "GET /v1/questionnaire/schemas/2 shows the fields",
                      additionalProperties = Schema.True.class,
                      examples = "{\"needs\": [{\"need\": \"food\"}, {\"need\": \"legal\"}]}")))
  @APIResponseSchema(value = RequestView.class, responseDescription = "The request as it is now")
  @APIResponse(
      responseCode = "409",
      description = "The request is settled, was withdrawn, or a person of it was erased")
  public RestResponse<RequestView> correct(
      @Parameter(
              description = "Id of the request",
              example = "019cad30-059a-7af4-81d1-a98c6b9634a2")
          @PathParam("id")
          UUID id,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    JsonNode patch = JsonBody.read(body, BODY_BYTES, JsonNode.class);
    if (!patch.isObject()) {
      throw Problem.invalid("", "expected an object with fields of the questionnaire")
          .asException();
    }
    RequestView corrected =
        correctRequest
            .correct(
                id,
                current.rows(),
                current.actor(),
                version -> Preconditions.require(request, headers, version),
                patch)
            .orElseThrow(() -> Problem.notFound("There is no request with this id.").asException());
    return RestResponse.ResponseBuilder.ok(corrected)
        .tag(Preconditions.tag(corrected.version()))
        .build();
  }
}
