package org.okno.casework.needs;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.okno.http.EntityTags;

/** One need of a case, and what its agency does with it. */
@Path("/v1/cases/{requestId}/needs/{needId}")
@RunOnVirtualThread
public class NeedResource {
  private static final Logger LOG = Logger.getLogger(NeedResource.class);

  private final CaseFiles files;
  private final AcceptNeed accept;
  private final ResolveNeed resolve;
  private final DeclineNeed decline;

  NeedResource(CaseFiles files, AcceptNeed accept, ResolveNeed resolve, DeclineNeed decline) {
    this.files = files;
    this.accept = accept;
    this.resolve = resolve;
    this.decline = decline;
  }

  /** What an acceptance says: nothing more than that. */
  @Schema(examples = "{}")
  public record Acceptance() {}

  /**
   * What a resolution says.
   *
   * @param outcome code of an {@link Outcome}
   */
  public record Resolution(@Schema(examples = "helped") @Nullable String outcome) {}

  /**
   * What a decline says.
   *
   * @param reason code of a {@link DeclineReason}
   */
  public record Decline(@Schema(examples = "no-capacity") @Nullable String reason) {}

  @GET
  @Operation(summary = "One need with its ETag")
  @APIResponseSchema(NeedView.class)
  public Response read(@PathParam("requestId") UUID requestId, @PathParam("needId") UUID needId)
      throws SQLException {
    return files
        .read(requestId)
        .flatMap(file -> file.need(needId))
        .map(NeedView::of)
        .map(NeedResource::answer)
        .orElseThrow(NeedProblems::noNeed);
  }

  @POST
  @Path("/acceptance")
  @Operation(summary = "The agency takes the need on")
  @APIResponseSchema(NeedView.class)
  @APIResponse(responseCode = "409", description = "The need is not in a state for this")
  @APIResponse(responseCode = "412", description = "The need changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response accept(
      @PathParam("requestId") UUID requestId,
      @PathParam("needId") UUID needId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable Acceptance acceptance)
      throws SQLException {
    long seen = EntityTags.required(ifMatch);
    return done("need accepted", accept.accept(requestId, needId, seen));
  }

  @POST
  @Path("/resolution")
  @Operation(summary = "The need is settled")
  @APIResponseSchema(NeedView.class)
  @APIResponse(responseCode = "409", description = "The need is not in a state for this")
  @APIResponse(responseCode = "412", description = "The need changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response resolve(
      @PathParam("requestId") UUID requestId,
      @PathParam("needId") UUID needId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable Resolution resolution)
      throws SQLException {
    long seen = EntityTags.required(ifMatch);
    String code = resolution == null ? null : resolution.outcome();
    Outcome outcome = NeedProblems.required(Outcome.class, code, "/outcome");
    return done("need resolved", resolve.resolve(requestId, needId, outcome, seen));
  }

  @POST
  @Path("/decline")
  @Operation(summary = "The agency will not help with the need")
  @APIResponseSchema(NeedView.class)
  @APIResponse(responseCode = "409", description = "The need is not in a state for this")
  @APIResponse(responseCode = "412", description = "The need changed since it was read")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response decline(
      @PathParam("requestId") UUID requestId,
      @PathParam("needId") UUID needId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable Decline why)
      throws SQLException {
    long seen = EntityTags.required(ifMatch);
    String code = why == null ? null : why.reason();
    DeclineReason reason = NeedProblems.required(DeclineReason.class, code, "/reason");
    return done("need declined", decline.decline(requestId, needId, reason, seen));
  }

  private static Response done(String what, NeedView need) {
    MDC.put("requestId", need.requestId());
    MDC.put("agency", need.agency() == null ? "" : need.agency().id());
    LOG.info(what);
    MDC.remove("agency");
    MDC.remove("requestId");
    return answer(need);
  }

  private static Response answer(NeedView need) {
    return Response.ok(need).header("ETag", EntityTags.of(need.version())).build();
  }
}
