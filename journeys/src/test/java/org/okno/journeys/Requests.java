package org.okno.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;

/** Requests for the journeys, with codes of the running stack. */
final class Requests {
  private final String territory;
  private final String need;

  /** Who posts them. */
  static final Caller ADAPTER = Caller.channel("hotline");

  Requests(Services services) {
    Services adapter = services.as(ADAPTER);
    this.territory =
        adapter.list("intake", "/v1/territories").stream()
            .filter(t -> !t.path("parent").asText("").isEmpty())
            .findFirst()
            .map(t -> t.path("code").asText())
            .orElseThrow();
    List<JsonNode> needs = adapter.list("intake", "/v1/needs");
    this.need = needs.getFirst().path("code").asText();
  }

  /** A valid request with this external id. */
  Map<String, Object> valid(String externalId) {
    Map<String, Object> body = new HashMap<>();
    body.put("channel", "hotline");
    body.put("externalId", externalId);
    body.put("territory", territory);
    body.put("applicant", Map.of("name", "Выдумкина Ада", "phone", "+79270000001"));
    body.put("needs", List.of(Map.of("need", need)));
    body.put("text", "Нужна помощь, подробности по телефону.");
    body.put("consent", true);
    return body;
  }

  /** The same with three invalid fields. */
  Map<String, Object> invalid(String externalId) {
    Map<String, Object> body = valid(externalId);
    body.put("channel", "pigeon");
    body.put("territory", "00000000");
    body.put("needs", List.of(Map.of("need", "no-such-need")));
    return body;
  }
}
