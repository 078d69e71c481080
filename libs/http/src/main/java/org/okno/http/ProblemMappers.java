package org.okno.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Codes;
import org.okno.sql.SqlFailure;

/**
 * Turns whatever leaves a resource method into a problem. Nothing of a payload gets into a response
 * or a log.
 */
public final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final int RETRY_AFTER_SECONDS = 5;
  private static final String JTA = "jakarta.transaction.";
  private static final String NO_FORM = "not of the expected form";

  @ServerExceptionMapper
  public Response problem(ProblemException e) {
    return e.problem().asResponse();
  }

  @ServerExceptionMapper(priority = 1)
  public Response mismatch(MismatchedInputException e) {
    return unreadable(e).asResponse();
  }

  @ServerExceptionMapper(priority = 1)
  public Response json(JsonProcessingException e) {
    return unreadable(e).asResponse();
  }

  @ServerExceptionMapper
  public Response web(WebApplicationException e) {
    JsonProcessingException json = find(e, JsonProcessingException.class);
    if (json != null) {
      return unreadable(json).asResponse();
    }
    Problem problem = StatusProblem.of(e.getResponse().getStatus());
    Response response = problem.asResponse();
    String allow = e.getResponse().getHeaderString("Allow");
    return allow == null
        ? response
        : Response.fromResponse(response).header("Allow", allow).build();
  }

  @ServerExceptionMapper
  public Response anything(Throwable e) {
    return of(e).asResponse();
  }

  /**
   * The problem for whatever else was thrown, which is logged by its kind: 503 while the database
   * is not available, 500 for an internal error.
   */
  public static Problem of(Throwable e) {
    if (e instanceof ProblemException known) {
      return known.problem();
    }
    if (e instanceof AuthenticationException) {
      return StatusProblem.of(401);
    }
    SQLException sql = find(e, SQLException.class);
    if (sql == null ? isFailedCommit(e) : SqlFailure.of(sql) == SqlFailure.AVAILABILITY) {
      LOG.warnf("database not available: SQLSTATE %s", sql == null ? "-" : sql.getSQLState());
      return Problem.unavailable(RETRY_AFTER_SECONDS);
    }
    if (sql == null && find(e, Throwable.class, ProblemMappers::isDisconnect) != null) {
      LOG.debug("a client disconnected before its response");
      return Problem.of(
          400, "disconnected", "The connection ended", "Send the same request again, to its end.");
    }
    String ticket = UUID.randomUUID().toString();
    LOG.errorf("internal error %s: %s at %s", ticket, e.getClass().getName(), origin(e));
    return Problem.of(
        500,
        "internal",
        "Internal error",
        "The result is unknown. Tell the operators this number: " + ticket);
  }

  /**
   * The problem for JSON that could not be read: where, and what was expected; the value is never
   * quoted.
   */
  public static Problem unreadable(JsonProcessingException e) {
    if (e instanceof JsonMappingException mapping
        && !(find(e, JsonParseException.class) instanceof JsonParseException)) {
      String expected =
          mapping instanceof MismatchedInputException mismatch ? expected(mismatch) : NO_FORM;
      return Problem.invalid(List.of(new Problem.FieldError(pointer(mapping), expected)));
    }
    String at =
        e.getLocation() == null
            ? ""
            : " at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr();
    return Problem.of(
        400,
        "malformed",
        "The body is not JSON",
        "Send one JSON document in UTF-8; reading stopped" + at + ".");
  }

  private static String expected(MismatchedInputException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown field; expected one of "
          + unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
    }
    Class<?> type = e.getTargetType();
    return type == null ? NO_FORM : "expected " + form(type);
  }

  /** A type as JSON knows it. */
  private static String form(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + Codes.list(type);
    }
    if (type == String.class || type == UUID.class) {
      return type == String.class ? "a text" : "a UUID";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == Instant.class) {
      return "a date-time such as 2026-03-02T06:15:31.482Z";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a whole number";
    }
    return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            at ->
                at.getFieldName() == null
                    ? "/" + at.getIndex()
                    : "/" + Problem.FieldError.part(at.getFieldName()))
        .collect(Collectors.joining());
  }

  /** Whether the client closed its connection, or sent no more: nobody reads the response. */
  private static boolean isDisconnect(Throwable e) {
    return switch (e) {
      case ClosedChannelException closed -> true;
      case HttpClosedException closed -> true;
      case StreamResetException reset -> true;
      case IOException broken ->
          String.valueOf(broken.getMessage())
              .matches("Connection reset.*|Broken pipe|Read timed out");
      default -> false;
    };
  }

  /** The transaction manager reports a connection that broke at the commit without its cause. */
  private static boolean isFailedCommit(Throwable e) {
    return find(e, Exception.class, one -> one.getClass().getName().startsWith(JTA)) != null;
  }

  private static String origin(Throwable e) {
    return e.getStackTrace().length == 0 ? "unknown" : e.getStackTrace()[0].toString();
  }

  private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> kind) {
    return find(thrown, kind, one -> true);
  }

  private static <T extends Throwable> @Nullable T find(
      Throwable thrown, Class<T> kind, Predicate<Throwable> condition) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause) && condition.test(cause)) {
        return kind.cast(cause);
      }
    }
    return null;
  }
}
