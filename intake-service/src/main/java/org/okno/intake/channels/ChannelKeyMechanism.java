package org.okno.intake.channels;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import org.okno.identity.OpenApiAccess;

/**
 * Reads the key of a channel from its header. A request that has the header is the key's: a token
 * beside it is not looked at.
 */
@Singleton
final class ChannelKeyMechanism implements HttpAuthenticationMechanism {

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    String header = context.request().getHeader(OpenApiAccess.KEY_HEADER);
    if (header == null) {
      return Uni.createFrom().nullItem();
    }
    return ChannelKey.of(header)
        .map(key -> identities.authenticate(new ChannelKeyRequest(key)))
        .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
  }

  /** None of its own: every 401 is the same. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(ChannelKeyRequest.class);
  }

  /** Before tokens. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 100;
  }
}
