package org.okno.intake.signatures;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.okno.intake.channels.ChannelSecrets;
import org.okno.intake.channels.ChannelSecrets.Secret;

/** Finds the channel that signed a body, and lets no signature pass twice. */
@Singleton
class VerifySignature {
  private final ChannelSecrets secrets;
  private final UsedSignatureRepository used;
  private final Clock clock;

  VerifySignature(ChannelSecrets secrets, UsedSignatureRepository used, Clock clock) {
    this.secrets = secrets;
    this.used = used;
    this.clock = clock;
  }

  /**
   * Whether the body is worth reading: its signature is current and names a key that there is.
   *
   * @throws org.okno.http.ProblemException 401 where it is not
   */
  void requirePossible(Signature signature) {
    if (!signature.isCurrent(clock.instant())) {
      throw SignatureProblems.expired().asException();
    }
    if (secrets.find(signature.keyId()).isEmpty()) {
      throw SignatureProblems.wrong().asException();
    }
  }

  /**
   * The channel.
   *
   * @param reading whether the request changes nothing: then the same signature may come again, as
   *     several reads within a second have the same
   * @throws org.okno.http.ProblemException 401 where the signature is wrong, expired or was used
   */
  String channel(Signature signature, byte[] body, boolean reading) {
    Secret secret =
        secrets
            .find(signature.keyId())
            .filter(found -> signature.isOf(found.text(), body))
            .orElseThrow(() -> SignatureProblems.wrong().asException());
    if (!signature.isCurrent(clock.instant())) {
      throw SignatureProblems.expired().asException();
    }
    if (!reading && !used.insert(signature.mac(), signature.until())) {
      throw SignatureProblems.replayed().asException();
    }
    secrets.used(signature.keyId());
    return secret.channel();
  }
}
