package org.okno.intake.accesses;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.Cursor;
import org.okno.http.Limit;
import org.okno.http.Page;
import org.okno.identity.CurrentCaller;

/** The access journal, for those who answer for it. */
@Path("/v1/accesses")
@Tag(name = "accesses", description = "Personal data, and who opened it for which purpose")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AccessesResource {
  private static final String EXAMPLE_ID = "019cad30-059a-7c5e-8f13-3a1d7c0a9e55";

  private final AccessRepository repository;
  private final ApproveAccess approveAccess;
  private final AuditAccesses auditAccesses;
  private final CurrentCaller current;

  AccessesResource(
      AccessRepository repository,
      ApproveAccess approveAccess,
      AuditAccesses auditAccesses,
      CurrentCaller current) {
    this.repository = repository;
    this.approveAccess = approveAccess;
    this.auditAccesses = auditAccesses;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "listAccesses",
      summary = "List who opened personal data",
      description =
          "The newest first. The header Link has the address of the next page. The head of an agency"
              + " sees the accesses of its people.")
  public Page<AccessView> list(
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
      @Parameter(description = "Only of this request", example = EXAMPLE_ID) @QueryParam("request")
          @Nullable UUID request,
      @Parameter(description = "Only of requests that name this person", example = EXAMPLE_ID)
          @QueryParam("person")
          @Nullable UUID person,
      @Parameter(description = "First day, in UTC", example = "2026-03-01") @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "Last day, in UTC", example = "2026-03-02") @QueryParam("to")
          @Nullable LocalDate to,
      @Parameter(
              description = "Only accesses in an emergency that nobody approved yet",
              example = "true")
          @QueryParam("unapproved")
          @Nullable Boolean unapproved) {
    var query = new AccessQuery(request, person, from, to, Boolean.TRUE.equals(unapproved));
    return Page.of(
        repository
            .list(AccessQuery.before(cursor), query, current.rows(), limit.rowsToRead())
            .stream()
            .map(listed -> AccessView.of(listed.entry(), listed.approvedAt()))
            .toList(),
        limit,
        access -> Cursor.behind(access.number()));
  }

  @POST
  @Path("{id}/approval")
  @Operation(
      operationId = "approveAccess",
      summary = "Approve an access in an emergency",
      description =
          "By another person than who opened it. The approval is an entry of the journal itself."
              + " Repeating it succeeds.")
  @APIResponse(responseCode = "204", description = "Approved, now or before")
  @APIResponse(responseCode = "409", description = "It is the caller's own access")
  public void approve(
      @Parameter(description = "Id of the access", example = EXAMPLE_ID) @PathParam("id") UUID id) {
    approveAccess.approve(id, Accessor.of(current.actor(), current.caller()), current.rows());
  }

  @GET
  @Path("audit")
  @Operation(
      operationId = "auditAccesses",
      summary = "Verify the access journal",
      description =
          "Computes the hash of each entry again, and compares the entries with what is on the topic"
              + " okno.accesses. Takes as long as reading both does.")
  public AccessAudit audit() {
    return auditAccesses.run();
  }
}
