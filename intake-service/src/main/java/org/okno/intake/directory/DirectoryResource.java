package org.okno.intake.directory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.okno.http.Page;
import org.okno.intake.directory.Directory.Axis;
import org.okno.intake.directory.Directory.Channel;
import org.okno.intake.directory.Directory.Term;
import org.okno.intake.directory.Directory.Territory;

/** The codes a questionnaire may use; each list is complete, without pages. */
@Path("/v1")
@Tag(name = "reference data", description = "The codes a questionnaire may use")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DirectoryResource {
  private final CurrentDirectory directory;

  DirectoryResource(CurrentDirectory directory) {
    this.directory = directory;
  }

  @GET
  @Path("/channels")
  @Operation(
      operationId = "listChannels",
      summary = "List the channels",
      description = "Where requests may come in, by code. The list is complete.")
  public Page<Channel> channels() {
    return Page.whole(directory.getRecent().channels());
  }

  @GET
  @Path("/territories")
  @Operation(
      operationId = "listTerritories",
      summary = "List the territories",
      description = "Where help may be needed, by code. The list is complete.")
  public Page<Territory> territories() {
    return Page.whole(directory.getRecent().territories());
  }

  @GET
  @Path("/needs")
  @Operation(
      operationId = "listNeeds",
      summary = "List the needs",
      description = "What may be asked for, by code. The list is complete.")
  public Page<Term> needs() {
    return Page.whole(directory.getRecent().terms(Axis.NEED));
  }

  @GET
  @Path("/situations")
  @Operation(
      operationId = "listSituations",
      summary = "List the life situations",
      description = "Situations in which a need arises, by code. The list is complete.")
  public Page<Term> situations() {
    return Page.whole(directory.getRecent().terms(Axis.SITUATION));
  }

  @GET
  @Path("/target-groups")
  @Operation(
      operationId = "listTargetGroups",
      summary = "List the target groups",
      description =
          "Groups that a person who needs help may belong to, by code. The list is complete.")
  public Page<Term> targetGroups() {
    return Page.whole(directory.getRecent().terms(Axis.TARGET_GROUP));
  }
}
