package org.okno.intake.accesses;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why personal data is opened; the body of the request. */
@Schema(description = "Why personal data is opened")
record Opening(
    @JsonSetter(nulls = Nulls.FAIL)
        @Schema(
            description = "The purpose; each role may name some of them",
            examples = "work-on-need",
            required = true,
            implementation = String.class,
            enumeration = {
              "work-on-need",
              "work-on-referral",
              "quality-check",
              "call-back",
              "disclosure-request",
              "erasure-request"
            })
        Purpose purpose) {}
