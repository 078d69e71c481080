package org.okno.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.okno.contracts.AgencyRef;

/** An agency by id and name. */
@Schema(name = "Agency", description = "An agency")
public record AgencyView(
    @Schema(description = "Id in the directory", examples = "food-bank", required = true) String id,
    @Schema(description = "Name", examples = "Банк еды", required = true) String name) {

  /** The view of an agency. */
  public static AgencyView of(AgencyRef agency) {
    return new AgencyView(agency.id(), agency.name());
  }
}
