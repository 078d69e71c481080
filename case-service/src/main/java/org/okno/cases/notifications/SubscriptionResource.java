package org.okno.cases.notifications;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.okno.http.Cursor;
import org.okno.http.JsonBody;
import org.okno.http.Limit;
import org.okno.http.Page;
import org.okno.identity.CurrentCaller;

/** Where channels and agencies are told what happened to cases. */
@Path("/v1/subscriptions")
@Tag(name = "notifications", description = "Who is told what happened to cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SubscriptionResource {
  private static final int BODY_BYTES = 16 * 1024;
  private static final String ID = "Id of the subscription";
  private static final String AN_ID = "019cad30-5b20-7d44-8a11-5f0c3a7be902";

  private final SubscriptionRepository subscriptions;
  private final Subscribe subscribe;
  private final ChangeSubscription changeSubscription;
  private final CurrentCaller current;

  SubscriptionResource(
      SubscriptionRepository subscriptions,
      Subscribe subscribe,
      ChangeSubscription changeSubscription,
      CurrentCaller current) {
    this.subscriptions = subscriptions;
    this.subscribe = subscribe;
    this.changeSubscription = changeSubscription;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "listSubscriptions",
      summary = "The caller's subscriptions, oldest first",
      description = "The header Link has the address of the next page.")
  public Page<SubscriptionView> list(
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
    List<SubscriptionView> items =
        subscriptions
            .page(cursor == null ? null : cursor.uuid(), current.rows(), limit.rowsToRead())
            .stream()
            .map(SubscriptionView::of)
            .toList();
    return Page.of(items, limit, item -> Cursor.behind(item.subscriptionId()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "subscribe",
      summary = "Be told what happens to cases",
      description =
          "By Standard Webhooks: a signed POST for each event of the caller's cases, those of one case"
              + " in their order, each again until a response with 2xx, in all for about three days."
              + " A 410 disables the subscription at once. The same address again responds with the"
              + " first.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NewSubscription.class)))
  @APIResponseSchema(
      value = SubscriptionView.class,
      responseCode = "201",
      responseDescription = "The subscription with its secret")
  @APIResponse(responseCode = "409", description = "The same address has other types")
  public RestResponse<SubscriptionView> subscribe(InputStream body) {
    NewSubscription wanted = JsonBody.read(body, BODY_BYTES, NewSubscription.class);
    return RestResponse.status(
        RestResponse.Status.CREATED,
        SubscriptionView.withSecret(subscribe.subscribe(current.rows(), wanted)));
  }

  @GET
  @Path("{subscriptionId}")
  @Operation(
      operationId = "getSubscription",
      summary = "One subscription",
      description = "It says whether it is disabled, since when and why.")
  public SubscriptionView read(
      @Parameter(description = ID, example = AN_ID) @PathParam("subscriptionId")
          UUID subscriptionId) {
    return SubscriptionView.of(
        subscriptions
            .find(subscriptionId, current.rows())
            .orElseThrow(ChangeSubscription::unknown));
  }

  @DELETE
  @Path("{subscriptionId}")
  @Operation(
      operationId = "unsubscribe",
      summary = "Be told no longer",
      description = "What was not sent yet is not sent.")
  @APIResponse(responseCode = "204", description = "There is no such subscription any more")
  public void delete(
      @Parameter(description = ID, example = AN_ID) @PathParam("subscriptionId")
          UUID subscriptionId) {
    if (!subscriptions.delete(subscriptionId, current.rows())) {
      throw ChangeSubscription.unknown();
    }
  }

  @POST
  @Path("{subscriptionId}/enabling")
  @Operation(
      operationId = "enableSubscription",
      summary = "Be told again",
      description = "First what waits. One that is enabled stays so.")
  @APIResponseSchema(
      value = SubscriptionView.class,
      responseDescription = "The subscription as it is now")
  public SubscriptionView enable(
      @Parameter(description = ID, example = AN_ID) @PathParam("subscriptionId")
          UUID subscriptionId) {
    return SubscriptionView.of(changeSubscription.enable(subscriptionId, current.rows()));
  }

  @POST
  @Path("{subscriptionId}/replays")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replayNotifications",
      summary = "Be told again what happened since a time",
      description =
          "Each notification has the webhook-id that it had: whoever knows it has it already.")
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Replay.class)))
  @APIResponseSchema(value = Replay.Replayed.class, responseDescription = "How much is sent again")
  @APIResponse(responseCode = "409", description = "The subscription is disabled")
  public Replay.Replayed replay(
      @Parameter(description = ID, example = AN_ID) @PathParam("subscriptionId")
          UUID subscriptionId,
      InputStream body) {
    Replay replay = JsonBody.read(body, BODY_BYTES, Replay.class);
    return new Replay.Replayed(
        changeSubscription.replay(subscriptionId, current.rows(), replay.from()));
  }
}
