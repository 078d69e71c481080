package org.okno.intake.signatures;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.okno.identity.Role;

/** Whoever signed with the secret of a channel is that channel. */
@Singleton
final class SignatureIdentity implements IdentityProvider<SignedRequest> {
  private final VerifySignature verify;

  SignatureIdentity(VerifySignature verify) {
    this.verify = verify;
  }

  @Override
  public Class<SignedRequest> getRequestType() {
    return SignedRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      SignedRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(
        () -> {
          Signature signature = request.signature();
          return identity(signature, verify.channel(signature, request.body(), request.reading()));
        });
  }

  private static SecurityIdentity identity(Signature signature, String channel) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal("channel-signature:" + signature.keyId()))
        .addRole(Role.CHANNEL.code())
        .addAttribute("channel", channel)
        .build();
  }
}
