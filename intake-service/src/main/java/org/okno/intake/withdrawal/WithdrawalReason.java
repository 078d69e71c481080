package org.okno.intake.withdrawal;

import com.fasterxml.jackson.annotation.JsonValue;
import org.okno.contracts.Codes;

/** Why a request is withdrawn. A code, never words. */
enum WithdrawalReason {
  /** The person does not need help any more. */
  NOT_NEEDED,
  /** Somebody else helped. */
  HELPED_ELSEWHERE,
  /** The person asked twice. */
  DUPLICATE,
  /** It was posted by mistake. */
  BY_MISTAKE;

  /** As events, tables and HTTP write it. */
  @JsonValue
  String code() {
    return Codes.of(this);
  }
}
