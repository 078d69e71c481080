package org.okno.intake.signatures;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
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
   * The channel.
   *
   * @throws org.okno.http.ProblemException 401 where the signature is wrong, expired or was used
   */
  String channel(Signature signature, byte[] body) {
    Instant now = clock.instant();
    Secret secret =
        secrets
            .find(signature.keyId())
            .filter(found -> signature.isOf(found.text(), body))
            .orElseThrow(() -> SignatureProblems.wrong().asException());
    if (!signature.isCurrent(now)) {
      throw SignatureProblems.expired().asException();
    }
    if (!used.insert(signature.mac(), signature.until())) {
      throw SignatureProblems.replayed().asException();
    }
    secrets.used(signature.keyId());
    return secret.channel();
  }
}
