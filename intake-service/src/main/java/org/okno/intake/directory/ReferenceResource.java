package org.okno.intake.directory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.okno.http.Page;
import org.okno.intake.directory.ReferenceData.Channel;
import org.okno.intake.directory.ReferenceData.Term;
import org.okno.intake.directory.ReferenceData.Territory;
import org.okno.intake.questionnaire.Vocabulary.Axis;

/** The codes a questionnaire may use; each list is whole, without pages. */
@Path("/v1")
@Tag(name = "reference data")
@RunOnVirtualThread
public final class ReferenceResource {
  private final Directory directory;

  public ReferenceResource(Directory directory) {
    this.directory = directory;
  }

  @GET
  @Path("/channels")
  @Operation(summary = "Where requests may come in")
  public Page.Items<Channel> channels() {
    return new Page.Items<>(directory.lookedUpAgain().channels());
  }

  @GET
  @Path("/territories")
  @Operation(summary = "Where help may be needed")
  public Page.Items<Territory> territories() {
    return new Page.Items<>(directory.lookedUpAgain().territories());
  }

  @GET
  @Path("/needs")
  @Operation(summary = "What may be asked for")
  public Page.Items<Term> needs() {
    return new Page.Items<>(directory.lookedUpAgain().terms(Axis.NEED));
  }
}
