package org.okno.intake.signatures;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.inject.Singleton;
import java.util.Set;
import org.okno.http.JsonBody;
import org.okno.identity.OpenApiAccess;

/**
 * Reads the signature of a request from its header, and the body that it is of: nobody is known
 * before all of it was compared. A request that has the header is the signature's: neither a key
 * nor a token beside it is looked at.
 */
@Singleton
final class SignatureMechanism implements HttpAuthenticationMechanism {
  /** Longest signed body, a batch included: it is kept in memory until it is verified. */
  static final int MAX_BYTES = 4 << 20;

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final VerifySignature verify;

  SignatureMechanism(VerifySignature verify) {
    this.verify = verify;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    String header = context.request().getHeader(OpenApiAccess.SIGNATURE_HEADER);
    if (header == null) {
      return Uni.createFrom().nullItem();
    }
    boolean reading = READING.contains(context.request().method());
    return Signature.of(header)
        .map(
            signature ->
                requirePossible(context, signature)
                    .flatMap(possible -> body(context))
                    .map(body -> new SignedRequest(signature, body, reading))
                    .flatMap(identities::authenticate))
        .orElseGet(() -> Uni.createFrom().failure(SignatureProblems.malformed().asException()));
  }

  /** Before the body: of whoever has no key nothing is kept in memory. */
  private Uni<Void> requirePossible(RoutingContext context, Signature signature) {
    return Uni.createFrom()
        .completionStage(
            () ->
                context
                    .vertx()
                    .<Void>executeBlocking(
                        () -> {
                          verify.requirePossible(signature);
                          return null;
                        },
                        false)
                    .toCompletionStage());
  }

  private static Uni<byte[]> body(RoutingContext context) {
    return Uni.createFrom().emitter(emitter -> read(context, emitter));
  }

  private static void read(RoutingContext context, UniEmitter<? super byte[]> emitter) {
    HttpServerRequest request = context.request();
    Buffer body = Buffer.buffer();
    boolean[] tooLarge = new boolean[1];
    request.exceptionHandler(emitter::fail);
    request.handler(
        part -> {
          tooLarge[0] = tooLarge[0] || body.length() + part.length() > MAX_BYTES;
          if (!tooLarge[0]) {
            body.appendBuffer(part);
          }
        });
    request.endHandler(
        end -> {
          if (tooLarge[0]) {
            emitter.fail(JsonBody.tooLarge(MAX_BYTES));
          } else {
            // The resource reads it from here: the connection has nothing more of it.
            ((RoutingContextInternal) context).setBody(body);
            emitter.complete(body.getBytes());
          }
        });
    request.resume();
  }

  /** None of its own: every 401 is the same. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(SignedRequest.class);
  }

  /** Before keys and tokens. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 200;
  }
}
