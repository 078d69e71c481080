package org.okno.intake.signatures;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Who signed this body? */
final class SignedRequest extends BaseAuthenticationRequest {
  private final Signature signature;
  private final byte[] body;

  SignedRequest(Signature signature, byte[] body) {
    this.signature = signature;
    this.body = body;
  }

  Signature signature() {
    return signature;
  }

  byte[] body() {
    return body;
  }
}
