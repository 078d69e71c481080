package org.okno.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Problems for what fails before a resource: an escape that is none, a missing header Host. */
@Singleton
public class RouterFailures {
  // Before every route of Quarkus, behind the failures that other libraries know.
  private static final int LAST = Integer.MIN_VALUE + 1;

  void register(@Observes Router router) {
    router.route().order(LAST).failureHandler(RouterFailures::respond);
    List.of(400, 401, 403, 404, 405, 406, 413, 414, 415)
        .forEach(status -> router.errorHandler(status, RouterFailures::respond));
  }

  private static void respond(RoutingContext context) {
    respond(context, problem(context));
  }

  /** Ends the response with a problem; where it has begun already, its connection. */
  public static void respond(RoutingContext context, Problem problem) {
    if (context.response().headWritten()) {
      context.request().connection().close();
      return;
    }
    problem.headers().forEach((name, value) -> context.response().putHeader(name, value));
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(Buffer.buffer(problem.asJson()));
  }

  private static Problem problem(RoutingContext context) {
    Throwable failure = context.failure();
    int status = context.statusCode();
    return failure == null || status >= 400 && status != 500
        ? StatusProblem.of(status)
        : ProblemMappers.of(failure);
  }
}
