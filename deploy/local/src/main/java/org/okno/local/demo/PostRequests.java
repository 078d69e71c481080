package org.okno.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.okno.local.client.Caller;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/**
 * Posts what the channels of the sample region send, some in their own wire formats: one by one,
 * except the post office, which sends its requests as one batch.
 */
final class PostRequests {
  private static final String IN_BATCHES = "post";
  private static final String SIGNED = "egov";

  private final Services services;
  private final PostResults results = new PostResults();
  private final Map<String, String> requestIds = new HashMap<>();

  private @Nullable ChannelSecret secret;
  private int signedAgain;

  PostRequests(Services services) {
    this.services = services;
  }

  PostResults post(List<PlannedPost> posts, IntConsumer progress) {
    List<PlannedPost> batch = new ArrayList<>();
    int sent = 0;
    for (PlannedPost post : posts) {
      if (post.channel().equals(IN_BATCHES) && !(post instanceof PlannedPost.Invalid)) {
        batch.add(post);
      } else {
        postOne(post);
      }
      progress.accept(++sent);
    }
    postBatch(batch);
    return results;
  }

  private void postOne(PlannedPost post) {
    Reply reply = send(post);
    record(post, reply.status(), reply.madeId(), reply.body());
  }

  /** In the channel's own wire format, where the demo knows it; what is wrong on purpose is not. */
  private Reply send(PlannedPost post) {
    WireMessage message = WireMessage.of(post);
    if (message == null) {
      return adapter(post.channel()).post("intake", "/v1/requests", post.body());
    }
    String path = "/v1/channels/" + post.channel() + "/messages";
    return SIGNED.equals(post.channel())
        ? services.postAs(
            message.mediaType(),
            "intake",
            path,
            message.body(),
            ChannelSecret.HEADER,
            secret().sign(message.body(), ahead(post)))
        : adapter(post.channel()).postAs(message.mediaType(), "intake", path, message.body());
  }

  /** Later than whatever was signed before, where it is sent again. */
  private int ahead(PlannedPost post) {
    return post instanceof PlannedPost.Duplicate ? ++signedAgain : 0;
  }

  private ChannelSecret secret() {
    if (secret == null) {
      secret = ChannelSecret.make(services.as(Caller.ADMINISTRATOR), SIGNED, Clock.systemUTC());
    }
    return secret;
  }

  private void postBatch(List<PlannedPost> batch) {
    List<PlannedPost> left = new ArrayList<>(batch);
    List<?> bodies = batch.stream().map(PlannedPost::body).toList();
    for (JsonNode row : adapter(IN_BATCHES).postLines("intake", "/v1/requests/batch", bodies)) {
      int status = row.path("status").asInt();
      record(left.removeFirst(), status, row.path("requestId").asText(), row.path("problem"));
    }
  }

  private Services adapter(String channel) {
    return services.as(Caller.channel(channel));
  }

  private void record(PlannedPost post, int status, String requestId, JsonNode response) {
    switch (post) {
      case PlannedPost.Valid valid when status == 201 -> {
        requestIds.put(valid.externalId(), requestId);
        results.accepted(valid.channel(), requestId);
      }
      case PlannedPost.Duplicate duplicate
          when status == 201 && requestId.equals(requestIds.get(duplicate.externalId())) ->
          results.of(duplicate.channel()).duplicates++;
      case PlannedPost.Invalid invalid when status >= 400 && status < 500 ->
          results.rejected(invalid.channel(), invalid.error(), summary(status, response));
      default ->
          results.unexpected(
              "%s by %s: %s"
                  .formatted(
                      post.getClass().getSimpleName(), post.channel(), summary(status, response)));
    }
  }

  private static String summary(int status, JsonNode problem) {
    return problem
        .path("errors")
        .valueStream()
        .map(e -> "  " + e.path("pointer").asText() + ": " + e.path("detail").asText())
        .collect(Collectors.joining("", Integer.toString(status), ""));
  }
}
