package org.okno.cases.referrals;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.okno.cases.needs.CaseRepository;
import org.okno.cases.needs.ChangeNeed;
import org.okno.http.JsonBody;
import org.okno.http.Page;
import org.okno.http.Preconditions;
import org.okno.identity.CurrentCaller;

/** The referrals of a need. */
@Path("/v1/cases/{requestId}/needs/{needId}/referrals")
@Tag(name = "referrals", description = "Needs that an agency refers to another, with consent")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReferralResource {
  private static final int BODY_BYTES = 64 * 1024;
  private static final String REPEATED =
      "Repeating a step that already succeeded succeeds and changes nothing.";
  private static final String NOT_ALLOWED = "The referral is not in a state for this";
  private static final String NEED_ID = "Id of the need";
  private static final String A_NEED = "019cad30-059a-7638-8b27-cb781180fa9b";
  private static final String REFERRAL_ID = "Id of the referral";
  private static final String A_REFERRAL = "019cad30-5a1e-7c10-9d42-3c1f5b7a9e01";

  private final CaseRepository cases;
  private final ReferralRepository referrals;
  private final MakeReferral makeReferral;
  private final ChangeReferral changeReferral;
  private final CurrentCaller current;
  private final Clock clock;

  ReferralResource(
      CaseRepository cases,
      ReferralRepository referrals,
      MakeReferral makeReferral,
      ChangeReferral changeReferral,
      CurrentCaller current,
      Clock clock) {
    this.cases = cases;
    this.referrals = referrals;
    this.makeReferral = makeReferral;
    this.changeReferral = changeReferral;
    this.current = current;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listReferralsOfNeed",
      summary = "The referrals of a need, oldest first",
      description = "An agency sees those that it made or received.")
  public Page<ReferralView> list(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId) {
    List<ReferralRow> rows = referrals.ofNeed(requestId, needId, current.rows());
    if (rows.isEmpty()) {
      requireNeed(requestId, needId);
    }
    Instant now = clock.instant();
    return Page.whole(rows.stream().map(row -> ReferralView.of(row, now)).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "makeReferral",
      summary = "Refer the need to another agency",
      description =
          "The agency keeps the need. The other one sees its case, and opens the named parts of the"
              + " personal data, once it accepted and until the end. The same referral again responds"
              + " with the first.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ReferralTerms.class)))
  @APIResponseSchema(
      value = ReferralView.class,
      responseCode = "201",
      responseDescription = "The referral")
  @APIResponse(responseCode = "409", description = "The need is settled, or is referred already")
  public RestResponse<ReferralView> make(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      InputStream body) {
    ReferralTerms terms = JsonBody.read(body, BODY_BYTES, ReferralTerms.class);
    String agency =
        requireNonNull(current.caller().agency(), "the access table requires an agency");
    return tagged(
        RestResponse.Status.CREATED,
        makeReferral.make(requestId, needId, agency, current.actor(), terms));
  }

  @GET
  @Path("{referralId}")
  @Operation(
      operationId = "getReferral",
      summary = "One referral",
      description = "Its ETag goes into If-Match of a step.")
  public RestResponse<ReferralView> read(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @Parameter(description = REFERRAL_ID, example = A_REFERRAL) @PathParam("referralId")
          UUID referralId) {
    return tagged(
        RestResponse.Status.OK,
        referrals
            .find(requestId, needId, referralId, current.rows())
            .orElseThrow(ChangeReferral::unknown));
  }

  @POST
  @Path("{referralId}/acceptance")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "acceptReferral",
      summary = "The other agency will help",
      description = REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ReferralStep.Accept.class)))
  @APIResponseSchema(value = ReferralView.class, responseDescription = "The referral as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<ReferralView> accept(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @Parameter(description = REFERRAL_ID, example = A_REFERRAL) @PathParam("referralId")
          UUID referralId,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    ReferralStep step = JsonBody.read(body, BODY_BYTES, ReferralStep.Accept.class);
    return after(step, requestId, needId, referralId, request, headers);
  }

  @POST
  @Path("{referralId}/refusal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "refuseReferral",
      summary = "The other agency will not help",
      description = REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ReferralStep.Refuse.class)))
  @APIResponseSchema(value = ReferralView.class, responseDescription = "The referral as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<ReferralView> refuse(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @Parameter(description = REFERRAL_ID, example = A_REFERRAL) @PathParam("referralId")
          UUID referralId,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    ReferralStep step = JsonBody.read(body, BODY_BYTES, ReferralStep.Refuse.class);
    return after(step, requestId, needId, referralId, request, headers);
  }

  @POST
  @Path("{referralId}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "withdrawConsentToReferral",
      summary = "The person does not agree any more",
      description =
          "Either agency records it, or whoever the person told. The other agency sees nothing from"
              + " then on. "
              + REPEATED)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ReferralStep.WithdrawConsent.class)))
  @APIResponseSchema(value = ReferralView.class, responseDescription = "The referral as it is now")
  @APIResponse(responseCode = "409", description = NOT_ALLOWED)
  public RestResponse<ReferralView> withdraw(
      @PathParam("requestId") UUID requestId,
      @Parameter(description = NEED_ID, example = A_NEED) @PathParam("needId") UUID needId,
      @Parameter(description = REFERRAL_ID, example = A_REFERRAL) @PathParam("referralId")
          UUID referralId,
      @Context Request request,
      @Context HttpHeaders headers,
      InputStream body) {
    ReferralStep step = JsonBody.read(body, BODY_BYTES, ReferralStep.WithdrawConsent.class);
    return after(step, requestId, needId, referralId, request, headers);
  }

  /** None of a need is a 200; a need that the caller does not see has none. */
  private void requireNeed(UUID requestId, UUID needId) {
    if (cases.find(requestId, current.rows()).flatMap(file -> file.need(needId)).isEmpty()) {
      throw ChangeNeed.unknown();
    }
  }

  private RestResponse<ReferralView> after(
      ReferralStep step,
      UUID requestId,
      UUID needId,
      UUID referralId,
      Request request,
      HttpHeaders headers) {
    return tagged(
        RestResponse.Status.OK,
        changeReferral.apply(
            requestId,
            needId,
            referralId,
            current.rows(),
            current.actor(),
            version -> Preconditions.require(request, headers, version),
            step));
  }

  private RestResponse<ReferralView> tagged(RestResponse.Status status, ReferralRow row) {
    return RestResponse.ResponseBuilder.create(status, ReferralView.of(row, clock.instant()))
        .tag(Preconditions.tag(row.version()))
        .build();
  }
}
