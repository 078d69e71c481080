package org.okno.intake.vault;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.okno.http.Problem;
import org.okno.identity.CurrentCaller;

/** Persons, as far as the vault knows them: by their id. */
@Path("/v1/persons")
@Tag(name = "persons", description = "Persons named in requests, by their id alone")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PersonsResource {
  private final ErasePerson erasePerson;
  private final CurrentCaller current;

  PersonsResource(ErasePerson erasePerson, CurrentCaller current) {
    this.erasePerson = erasePerson;
    this.current = current;
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "erasePerson",
      summary = "Erase a person",
      description =
          "Destroys the person's data key: name, contacts and texts sealed with it can never be read"
              + " again, in tables and events, nor in backups once the wrapping key was rotated."
              + " Repeating it succeeds.")
  @APIResponse(responseCode = "204", description = "Erased, now or before")
  public void erase(
      @Parameter(
              description = "Id of the person: applicantId or beneficiaryId of a request",
              example = "019cad30-059a-7af4-81d1-a98c6b9634a2")
          @PathParam("id")
          UUID id) {
    if (!erasePerson.erase(id, current.actor())) {
      throw Problem.notFound("There is no person with this id.").asException();
    }
  }
}
