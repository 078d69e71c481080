package org.okno.cases.notifications;

import org.okno.contracts.Codes;

/** Why nothing is sent to a subscription any more. */
enum DisabledReason {
  /** The endpoint said so: 410. */
  GONE,
  /** It accepted nothing until the last attempt. */
  DOWN;

  String code() {
    return Codes.of(this);
  }
}
