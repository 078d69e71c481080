package org.okno.http;

import jakarta.ws.rs.core.Response;

/** The problem of a status that HTTP itself decides on, before any resource is asked. */
final class StatusProblem {
  private StatusProblem() {}

  /** The problem of a status from 400 on. */
  static Problem of(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    String title = known == null ? "Error" : known.getReasonPhrase();
    return Problem.of(status, "http-" + status, title, hint(status));
  }

  private static String hint(int status) {
    return switch (status) {
      case 400 -> "Check the request line, the header Host, header names and escapes such as %2F.";
      case 401 -> "Send Authorization: Bearer with a valid access token of the issuer, for okno.";
      case 403 -> "The roles of the token do not allow this; see the description of the API.";
      case 404 -> "There is no resource at this address.";
      case 405 -> "This method is not allowed here; see the header Allow.";
      case 406 ->
          "Accept application/json; for a batch application/x-ndjson, for an export text/csv.";
      case 413 -> "The body is too large.";
      case 414 -> "The address is too long: send fewer or shorter parameters.";
      case 415 -> "Send the body as application/json; a batch as application/x-ndjson.";
      case 431 -> "The headers are too large: send fewer or shorter ones.";
      default -> "The request was not understood.";
    };
  }
}
