package org.okno.intake.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.okno.http.Problem;
import org.okno.intake.questionnaire.QuestionnaireSchema;

/** Shows what a questionnaire is, for whoever makes a form or an adapter of it. */
@Path("/v1/questionnaire/schemas")
@Tag(name = "reference data")
@RunOnVirtualThread
public class QuestionnaireSchemaResource {
  private static final String SCHEMA = "application/schema+json";

  QuestionnaireSchemaResource() {}

  @GET
  @Path("/{version}")
  @Produces(SCHEMA)
  @Operation(
      operationId = "getQuestionnaireSchema",
      summary = "Show a version of the questionnaire",
      description =
          "A JSON Schema (2020-12) with names of the fields in three languages (x-title), the lists"
              + " of their codes (x-codes), and how their texts are cleaned (x-text). A version that"
              + " is here never changes.")
  @APIResponse(
      responseCode = "200",
      description = "The schema",
      content =
          @Content(
              mediaType = SCHEMA,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      description = "A JSON Schema",
                      additionalProperties = Schema.True.class)))
  public JsonNode schema(
      @Parameter(description = "Version of the questionnaire", example = "2") @PathParam("version")
          int version) {
    return QuestionnaireSchema.of(version)
        .orElseThrow(() -> Problem.notFound("The questionnaire has no such version.").asException())
        .document();
  }
}
