package org.okno.routing.hsds;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.JsonBody;
import org.okno.http.Problem;
import org.okno.identity.CurrentCaller;
import org.okno.routing.directory.CurrentDirectory;

/** The import of a directory in the form of HSDS 3. */
@Path("/v1/directory/hsds")
@Tag(name = "directory", description = "Agencies, what they offer, where and for whom")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class HsdsImportResource {
  private static final int MAX_BYTES = 32 * 1024 * 1024;

  /** How a document has its objects. */
  public enum Form {
    NESTED,
    TABLES
  }

  private final ImportHsds importHsds;
  private final CurrentDirectory directory;
  private final CurrentCaller caller;

  HsdsImportResource(ImportHsds importHsds, CurrentDirectory directory, CurrentCaller caller) {
    this.importHsds = importHsds;
    this.directory = directory;
    this.caller = caller;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importHsds",
      summary = "Import a directory in the form of HSDS 3, whole or not at all",
      description =
          "Lists by their names (organizations, services, service_at_locations, locations,"
              + " taxonomies, taxonomy_terms), or with the parameter of one object, an array or a"
              + " page of the HSDS API. A member that an object lacks stays as it is; null removes"
              + " it. Importing the same again changes nothing. Errors refuse the document;"
              + " warnings do not. Up to 32 MB.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema =
                  @Schema(type = SchemaType.OBJECT, description = "Objects as HSDS 3 has them")))
  public HsdsReport put(
      @Parameter(description = "Whether to report only, and store nothing", example = "true")
          @QueryParam("dryRun")
          @Nullable Boolean dryRun,
      @Parameter(
              description =
                  "Whether its organizations have no other services than it gives: those that are"
                      + " stored are removed, and get nothing any more",
              example = "false")
          @QueryParam("complete")
          @Nullable Boolean complete,
      @Parameter(
              description = "What the document is one of, an array of, or a page of",
              example = "service",
              schema =
                  @Schema(
                      implementation = String.class,
                      enumeration = {
                        "organization",
                        "service",
                        "location",
                        "service-at-location",
                        "taxonomy",
                        "taxonomy-term"
                      }))
          @QueryParam("of")
          @Nullable HsdsKind of,
      @Parameter(
              description =
                  "nested: as the HSDS API has objects; tables: an array of rows for each table of"
                      + " HSDS, cells may be text",
              example = "tables",
              schema =
                  @Schema(
                      implementation = String.class,
                      enumeration = {"nested", "tables"},
                      defaultValue = "nested"))
          @QueryParam("form")
          @DefaultValue("nested")
          Form form,
      InputStream body) {
    HsdsDocument document = document(JsonBody.read(body, MAX_BYTES, JsonNode.class), of, form);
    ImportHsds.Mode mode =
        new ImportHsds.Mode(Boolean.TRUE.equals(dryRun), Boolean.TRUE.equals(complete));
    HsdsReport report = importHsds.put(document, mode, caller.actor());
    directory.fresh();
    return report;
  }

  private static HsdsDocument document(JsonNode given, @Nullable HsdsKind of, Form form) {
    if (of == null) {
      return form == Form.TABLES ? TabularDocument.assemble(given) : HsdsDocument.of(given);
    }
    if (form == Form.TABLES) {
      throw Problem.invalid("query:of", "tables are named in the document: leave it out")
          .asException();
    }
    return HsdsDocument.of(of, given);
  }
}
