package org.okno.analytics.reconciliation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The reconciliation over HTTP. */
@Path("/v1/reconciliation")
@Tag(name = "reconciliation", description = "Proof that nothing was lost")
@RunOnVirtualThread
public class ReconciliationResource {
  private final Reconcile reconcile;

  ReconciliationResource(Reconcile reconcile) {
    this.reconcile = reconcile;
  }

  /** The sums over all days, and whether they are settled. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reconcile",
      summary = "Proof that nothing was lost: received + returned = routed + in triage + withdrawn",
      description = "Read balanced when settled is true; until then events are on their way.")
  public Reconciliation now() throws InterruptedException {
    return reconcile.now();
  }
}
