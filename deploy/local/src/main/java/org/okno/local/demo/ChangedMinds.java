package org.okno.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.okno.engines.EngineException;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

/** People call again: one needs nothing any more, another needs something else too. */
public final class ChangedMinds {
  private final Services operator;

  /**
   * @param operator services as somebody who may correct and withdraw every request
   */
  public ChangedMinds(Services operator) {
    this.operator = operator;
  }

  /** Withdraws a request. */
  public void withdraw(String requestId) {
    operator
        .post(
            "intake",
            "/v1/requests/" + requestId + "/withdrawal",
            Map.of("reason", "helped-elsewhere"))
        .orFail("withdraw a request");
  }

  /** Adds the first need of these that a request does not have. */
  public void addNeed(String requestId, List<String> codes) {
    String path = "/v1/requests/" + requestId;
    Reply found = operator.get("intake", path);
    List<Map<String, String>> needs = new ArrayList<>();
    for (JsonNode need : found.orFail("read a request").path("needs")) {
      String situation = need.path("situation").asText("");
      needs.add(
          situation.isEmpty()
              ? Map.of("need", need.path("need").asText())
              : Map.of("need", need.path("need").asText(), "situation", situation));
    }
    Set<String> present =
        needs.stream().map(need -> need.getOrDefault("need", "")).collect(Collectors.toSet());
    codes.stream()
        .filter(code -> !present.contains(code))
        .findFirst()
        .ifPresent(code -> needs.add(Map.of("need", code)));
    String etag = found.etag();
    if (etag == null) {
      throw new EngineException("a request was shown without its ETag");
    }
    operator
        .patch("intake", path, Map.of("needs", needs), "If-Match", etag)
        .orFail("correct a request");
  }
}
