package org.okno.intake.vault;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a step of a rotation did. */
@Schema(description = "What a step of a rotation did")
record Rotation(
    @Schema(description = "Data keys that were wrapped again", required = true, examples = "5000")
        int rewrapped,
    @Schema(description = "For the next step; absent where nothing is left: complete it then")
        @Nullable UUID after,
    @Schema(
            description =
                "Whether the new key was there already. In the first step: the rotation before was"
                    + " not completed, and erasures since it began need another one",
            required = true,
            examples = "false")
        boolean continued) {}
