package org.okno.cases.programmes;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.okno.http.Language;
import org.okno.http.Page;

/** What a programme may say. */
@Path("/v1/programme-codes")
@Tag(name = "programmes", description = "What is planned for one person, over needs and agencies")
@Produces(MediaType.APPLICATION_JSON)
public class ProgrammeCodesResource {

  /** A code with what it is for. */
  @Schema(name = "ProgrammeCode", description = "What a programme may say")
  record CodeView(
      @Schema(
              description = "What is said by it",
              examples = "goal",
              enumeration = {"goal", "step", "revision", "review", "completion"},
              required = true)
          String kind,
      @Schema(description = "The code", examples = "stable-income", required = true) String code,
      @Schema(
              description = "In Russian, Kazakh or English, by Accept-Language",
              examples = "Постоянный доход",
              required = true)
          String text) {}

  @GET
  @Operation(
      operationId = "listProgrammeCodes",
      summary = "The codes of goals, steps, reasons and outcomes, with their texts",
      description = "By kind, in the order in which forms may show them.")
  public Page<CodeView> list(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language) {
    return Page.whole(
        ProgrammeCodes.shippedOnes().all().stream()
            .map(one -> new CodeView(one.kind().code(), one.code(), one.text(language.locale())))
            .toList());
  }
}
