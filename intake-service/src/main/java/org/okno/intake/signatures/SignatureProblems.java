package org.okno.intake.signatures;

import org.okno.http.Problem;

/** What is wrong with a signature, and what to do. */
final class SignatureProblems {
  private SignatureProblems() {}

  static Problem malformed() {
    return of(
        "signature-malformed",
        "The header Okno-Signature cannot be read",
        "Send Okno-Signature: key=<id>,t=<seconds since 1970>,v1=<HMAC-SHA256 in hexadecimal>.");
  }

  static Problem wrong() {
    return of(
        "signature-wrong",
        "The signature is not of this body by this key",
        "Sign the seconds, a full stop and the bytes of the body as they are sent, with the secret of"
            + " the key that the header names. A key that was revoked or has expired signs nothing.");
  }

  static Problem expired() {
    return of(
        "signature-expired",
        "The signature is too old, or of the future",
        "Sign each request just before it is sent, and set the clock: five minutes are allowed.");
  }

  static Problem replayed() {
    return of(
        "signature-replayed",
        "The signature was used before",
        "Nothing of this request was read. Sign again to send the same message again: it gets the"
            + " first response.");
  }

  private static Problem of(String name, String title, String detail) {
    return Problem.of(401, name, title, detail);
  }
}
