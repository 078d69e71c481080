package org.okno.intake.accesses;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.Cursor;
import org.okno.http.Limit;
import org.okno.http.Page;
import org.okno.identity.CurrentCaller;

/** What the person concerned is told about accesses. */
@Path("/v1/persons/{id}/accesses")
@Tag(name = "accesses", description = "Personal data, and who opened it for which purpose")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PersonAccessesResource {
  private final AccessRepository repository;
  private final CurrentCaller current;

  PersonAccessesResource(AccessRepository repository, CurrentCaller current) {
    this.repository = repository;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "listAccessesOfPerson",
      summary = "List who opened the data of a person, for that person",
      description =
          "The newest first, as the data protection officer hands it out: it names agencies and"
              + " purposes, and nobody of the staff. Empty also for a person who is not known.")
  public Page<PersonAccessView> list(
      @Parameter(
              description = "Id of the person: applicantId or beneficiaryId of a request",
              example = "019cad30-059a-7af4-81d1-a98c6b9634a2")
          @PathParam("id")
          UUID id,
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
    return Page.of(
            repository.list(
                AccessQuery.before(cursor),
                AccessQuery.ofPerson(id),
                current.rows(),
                limit.rowsToRead()),
            limit,
            listed -> Cursor.behind(listed.entry().number()))
        .map(listed -> PersonAccessView.of(listed.entry()));
  }
}
