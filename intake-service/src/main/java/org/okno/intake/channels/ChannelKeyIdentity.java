package org.okno.intake.channels;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.okno.identity.Role;

/**
 * Whoever has a valid key is its channel. A known key is checked without leaving the event loop.
 */
@Singleton
final class ChannelKeyIdentity implements IdentityProvider<ChannelKeyRequest> {
  private final ChannelKeys keys;

  ChannelKeyIdentity(ChannelKeys keys) {
    this.keys = keys;
  }

  @Override
  public Class<ChannelKeyRequest> getRequestType() {
    return ChannelKeyRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      ChannelKeyRequest request, AuthenticationRequestContext context) {
    ChannelKey key = request.key();
    StoredKey known = keys.known(key);
    return known == null
        ? context.runBlocking(() -> identity(key, keys.read(key)))
        : Uni.createFrom().item(() -> identity(key, known));
  }

  private SecurityIdentity identity(ChannelKey key, @Nullable StoredKey stored) {
    if (stored == null || !keys.accepts(stored, key)) {
      throw new AuthenticationFailedException();
    }
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal("channel-key:" + key.id()))
        .addRole(Role.CHANNEL.code())
        .addAttribute("channel", stored.channel())
        .build();
  }
}
