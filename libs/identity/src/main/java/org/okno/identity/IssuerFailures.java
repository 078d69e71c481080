package org.okno.identity;

import io.quarkus.oidc.OIDCException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.okno.http.Problem;
import org.okno.http.RouterFailures;

/**
 * While a service has none of the issuer's keys yet, it cannot tell who calls: 503, and not an
 * internal error.
 */
@Singleton
public class IssuerFailures {
  private static final Logger LOG = Logger.getLogger(IssuerFailures.class);
  private static final int RETRY_AFTER_SECONDS = 5;

  IssuerFailures() {}

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(IssuerFailures::respond);
  }

  private static void respond(RoutingContext context) {
    if (context.failure() instanceof OIDCException) {
      LOG.warn("the issuer of tokens is not available");
      RouterFailures.respond(context, Problem.unavailable(RETRY_AFTER_SECONDS));
    } else {
      context.next();
    }
  }
}
