package org.okno.cases.needs;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.okno.contracts.Refusal;
import org.okno.http.AgencyView;

/** An agency that declined a need, as HTTP shows it. */
@Schema(name = "Refusal", description = "An agency that declined a need")
public record RefusalView(
    @Schema(description = "The agency", required = true) AgencyView agency,
    @Schema(
            description = "Why: a code as in the decline of a need",
            examples = "no-capacity",
            required = true)
        String reason,
    @Schema(description = "When", required = true) Instant declinedAt) {

  public static RefusalView of(Refusal refusal) {
    return new RefusalView(AgencyView.of(refusal.agency()), refusal.reason(), refusal.declinedAt());
  }
}
