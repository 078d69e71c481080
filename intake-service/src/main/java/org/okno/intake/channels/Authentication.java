package org.okno.intake.channels;

import com.fasterxml.jackson.annotation.JsonValue;
import org.okno.contracts.Codes;

/** How the software of a channel proves who it is. */
public enum Authentication {
  /** An access token of the issuer. */
  TOKEN,
  /** A key in the header {@code X-API-Key}. */
  KEY,
  /** A signature of each request, made with a shared secret. */
  HMAC;

  @JsonValue
  public String code() {
    return Codes.of(this);
  }
}
