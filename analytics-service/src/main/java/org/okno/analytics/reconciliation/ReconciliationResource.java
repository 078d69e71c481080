package org.okno.analytics.reconciliation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The reconciliation over HTTP. */
@Path("/v1/reconciliation")
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
      summary = "Proof that nothing was lost: received = routed + in triage",
      description = "Read balanced when settled is true; until then events are on their way.")
  public Reconciliation now() throws SQLException, InterruptedException {
    return reconcile.now();
  }
}
