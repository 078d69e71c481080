package org.okno.intake.withdrawal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a request is withdrawn. */
@Schema(name = "RequestWithdrawal", description = "Why a request is withdrawn")
record SubmittedWithdrawal(
    @JsonSetter(nulls = Nulls.FAIL)
        @Schema(
            description = "Why the person does not need help any more",
            required = true,
            implementation = String.class,
            enumeration = {"not-needed", "helped-elsewhere", "duplicate", "by-mistake"},
            examples = "not-needed")
        WithdrawalReason reason) {}
