package org.okno.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Codes;

/**
 * Turns whatever leaves a resource method into a problem. Nothing of a payload gets into a response
 * or a log.
 */
public final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final int RETRY_AFTER_SECONDS = 5;
  private static final String JTA = "jakarta.transaction.";

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
    Response.StatusType status = e.getResponse().getStatusInfo();
    Problem problem =
        Problem.of(
            status.getStatusCode(),
            "http-" + status.getStatusCode(),
            status.getReasonPhrase(),
            hint(status.getStatusCode()));
    Response response = problem.asResponse();
    String allow = e.getResponse().getHeaderString("Allow");
    return allow == null
        ? response
        : Response.fromResponse(response).header("Allow", allow).build();
  }

  @ServerExceptionMapper
  public Response anything(Throwable e) {
    SQLException sql = find(e, SQLException.class);
    if (sql == null ? isFailedCommit(e) : !isError(sql)) {
      LOG.warnf("database not available: SQLSTATE %s", sql == null ? "-" : sql.getSQLState());
      return Problem.unavailable(RETRY_AFTER_SECONDS).asResponse();
    }
    String ticket = UUID.randomUUID().toString();
    LOG.errorf("internal error %s: %s at %s", ticket, e.getClass().getName(), origin(e));
    return Problem.of(
            500,
            "internal",
            "Internal error",
            "The result is unknown. Tell the operators this number: " + ticket)
        .asResponse();
  }

  /**
   * The problem for JSON that could not be read: where, and what was expected; the value is never
   * quoted.
   */
  public static Problem unreadable(JsonProcessingException e) {
    if (e instanceof JsonMappingException mapping
        && !(find(e, JsonParseException.class) instanceof JsonParseException)) {
      String expected =
          e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
              ? expected(mismatch.getTargetType())
              : "not of the expected form";
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

  private static String expected(Class<?> type) {
    return type.isEnum()
        ? "expected one of " + Codes.list(type)
        : "expected " + type.getSimpleName();
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(at -> at.getFieldName() == null ? "/" + at.getIndex() : "/" + at.getFieldName())
        .collect(Collectors.joining());
  }

  /**
   * SQLSTATE classes 22, 23 and 42 are errors of the statement; any other is the state of the
   * database.
   */
  private static boolean isError(SQLException sql) {
    String state = sql.getSQLState();
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
  }

  /** The transaction manager reports a connection that broke at the commit without its cause. */
  private static boolean isFailedCommit(Throwable e) {
    return find(e, Exception.class, one -> one.getClass().getName().startsWith(JTA)) != null;
  }

  private static String hint(int status) {
    return switch (status) {
      case 404 -> "There is no resource at this address.";
      case 405 -> "This method is not allowed here; see the header Allow.";
      case 406 -> "Ask for application/json.";
      case 413 -> "The body is too large.";
      case 415 -> "Send the body as application/json.";
      default -> "The request was not understood.";
    };
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
