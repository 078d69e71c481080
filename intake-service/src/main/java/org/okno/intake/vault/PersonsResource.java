package org.okno.intake.vault;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.okno.http.Problem;

/** Persons, as far as the vault knows them: by their id. */
@Path("/v1/persons")
@Tag(name = "persons")
@RunOnVirtualThread
public final class PersonsResource {
  private final ErasePerson erasePerson;

  public PersonsResource(ErasePerson erasePerson) {
    this.erasePerson = erasePerson;
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Erase a person: their key is destroyed, everywhere and for ever")
  @APIResponse(responseCode = "204", description = "Erased, now or before")
  @APIResponse(responseCode = "404", description = "No such person")
  public void erase(@PathParam("id") UUID id) {
    if (erasePerson.erase(id) == ErasePerson.Outcome.UNKNOWN) {
      throw Problem.notFound("There is no person with this id.").asException();
    }
  }
}
