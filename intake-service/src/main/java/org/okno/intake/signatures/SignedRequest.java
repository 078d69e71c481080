package org.okno.intake.signatures;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Who signed this body? */
final class SignedRequest extends BaseAuthenticationRequest {
  private final Signature signature;
  private final byte[] body;
  private final boolean reading;

  SignedRequest(Signature signature, byte[] body, boolean reading) {
    this.signature = signature;
    this.body = body;
    this.reading = reading;
  }

  Signature signature() {
    return signature;
  }

  byte[] body() {
    return body;
  }

  /** Whether the request changes nothing. */
  boolean reading() {
    return reading;
  }
}
