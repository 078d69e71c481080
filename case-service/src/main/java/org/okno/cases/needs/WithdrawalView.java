package org.okno.cases.needs;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Withdrawal;

/** That the person does not need something any more, as HTTP shows it. */
@Schema(name = "Withdrawal", description = "That the person does not need it any more")
public record WithdrawalView(
    @Schema(
            description = "Why: a code as in the withdrawal of a request",
            examples = "not-needed",
            required = true)
        String reason,
    @Schema(description = "When", required = true) Instant withdrawnAt) {

  static @Nullable WithdrawalView of(@Nullable Withdrawal withdrawal) {
    return withdrawal == null
        ? null
        : new WithdrawalView(withdrawal.reason(), withdrawal.withdrawnAt());
  }
}
