package org.okno.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/**
 * The channel adapters of the made-up region: they post one by one, except the post office, which
 * sends its letters as one batch.
 */
final class Channels {
  private static final String IN_BATCHES = "post";

  private final Services services;
  private final Posted posted = new Posted();
  private final Map<String, String> firstAnswers = new HashMap<>();

  Channels(Services services) {
    this.services = services;
  }

  Posted send(List<PlannedPost> posts, IntConsumer progress) {
    List<PlannedPost> letters = new ArrayList<>();
    int sent = 0;
    for (PlannedPost post : posts) {
      if (post.channel().equals(IN_BATCHES) && !(post instanceof PlannedPost.Wrong)) {
        letters.add(post);
      } else {
        one(post);
      }
      progress.accept(++sent);
    }
    batch(letters);
    return posted;
  }

  private void one(PlannedPost post) {
    Reply reply = services.post("intake", "/v1/requests", post.body());
    take(post, reply.status(), reply.text("requestId"), reply.body());
  }

  private void batch(List<PlannedPost> letters) {
    List<JsonNode> rows =
        services.postLines(
            "intake", "/v1/requests/batch", letters.stream().map(PlannedPost::body).toList());
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      take(
          letters.get(i),
          row.path("status").asInt(),
          row.path("requestId").asText(),
          row.path("problem"));
    }
  }

  private void take(PlannedPost post, int status, String requestId, JsonNode answer) {
    switch (post) {
      case PlannedPost.Good good when status == 201 -> {
        firstAnswers.put(good.externalId(), requestId);
        posted.accepted(good.channel(), requestId);
      }
      case PlannedPost.Repeat repeat
          when status == 201 && requestId.equals(firstAnswers.get(repeat.externalId())) ->
          posted.of(repeat.channel()).repeated++;
      case PlannedPost.Wrong wrong when status >= 400 && status < 500 ->
          posted.refused(wrong.channel(), wrong.fault(), summary(status, answer));
      default ->
          posted.surprise(
              post.getClass().getSimpleName()
                  + " by "
                  + post.channel()
                  + " was answered "
                  + status
                  + " "
                  + summary(status, answer));
    }
  }

  private static String summary(int status, JsonNode problem) {
    StringBuilder text = new StringBuilder(Integer.toString(status));
    problem
        .path("errors")
        .forEach(
            e ->
                text.append("  ")
                    .append(e.path("pointer").asText())
                    .append(": ")
                    .append(e.path("detail").asText()));
    return text.toString();
  }
}
