package org.okno.routing.hsds;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import changed, or would change, and what somebody should look at. */
@Schema(description = "What an import changed, or would change, and what somebody should look at")
public record HsdsReport(
    @Schema(description = "Whether nothing was stored", examples = "true", required = true)
        boolean dryRun,
    @Schema(description = "Objects that the document gives", examples = "42", required = true)
        int given,
    @Schema(description = "Those that are new or different", examples = "3", required = true)
        int changed,
    @Schema(
            description = "Services of its organizations that it does not give any more",
            examples = "0",
            required = true)
        int removed,
    @Schema(description = "Agencies of Okno that changed by it", examples = "1", required = true)
        int agencies,
    @Schema(description = "Offers of agencies that changed by it", examples = "3", required = true)
        int offers,
    @Schema(
            description = "Version of Okno's directory, which routing uses",
            examples = "4",
            required = true)
        long version,
    @Schema(description = "In the order of the document; at most 1,000", required = true)
        List<Finding> findings) {}
