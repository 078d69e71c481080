package org.okno.cases.referrals;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.Cursor;
import org.okno.http.Limit;
import org.okno.http.Page;
import org.okno.identity.CurrentCaller;

/** The referrals of the caller's agency. */
@Path("/v1/referrals")
@Tag(name = "referrals", description = "Needs that an agency refers to another, with consent")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AgencyReferralsResource {
  private final ReferralRepository referrals;
  private final CurrentCaller current;
  private final Clock clock;

  AgencyReferralsResource(ReferralRepository referrals, CurrentCaller current, Clock clock) {
    this.referrals = referrals;
    this.current = current;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listReferrals",
      summary = "The referrals that the caller's agency received, or made, newest first",
      description = "The header Link has the address of the next page.")
  public Page<ReferralView> list(
      @Parameter(
              description = "received: to the caller's agency; made: by it",
              example = "received",
              schema =
                  @Schema(
                      implementation = String.class,
                      enumeration = {"received", "made"},
                      defaultValue = "received"))
          @QueryParam("of")
          @DefaultValue("received")
          ReferralsOf of,
      @Parameter(
              description = "Only those with this status, also where their time is over",
              example = "made",
              schema =
                  @Schema(
                      implementation = String.class,
                      enumeration = {"made", "accepted", "declined", "withdrawn"}))
          @QueryParam("status")
          ReferralsOf.@Nullable Status status,
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
    Instant now = clock.instant();
    String agency =
        requireNonNull(current.caller().agency(), "the access table requires an agency");
    List<ReferralView> items =
        referrals
            .page(of, agency, status, cursor == null ? null : cursor.uuid(), limit.rowsToRead())
            .stream()
            .map(row -> ReferralView.of(row, now))
            .toList();
    return Page.of(items, limit, item -> Cursor.behind(item.referralId()));
  }
}
