package org.okno.bench.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.okno.bench.stack.BenchStack;
import org.okno.bench.stack.SampleQuestionnaire;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;

/** Values of the running stack, by the names that parameters and properties have for them. */
final class KnownValues {

  private static final int REQUESTS = 30;
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private KnownValues() {}

  /** Posts some requests and reads the codes and ids there are then. */
  static Map<String, List<String>> of(BenchStack bench) {
    Services services = bench.services();
    SampleQuestionnaire sample = SampleQuestionnaire.of(services.as(Caller.ADMINISTRATOR));
    for (int i = 0; i < REQUESTS; i++) {
      var body = sample.body("hostile-" + i, "%07d".formatted(i));
      services
          .as(SampleQuestionnaire.ADAPTER)
          .post("intake", "/v1/requests", body)
          .orFail("post a request");
    }
    bench.settle(TIMEOUT);
    Services officer = services.as(Caller.PROTECTION_OFFICER);
    List<JsonNode> cases = officer.list("case", "/v1/cases");
    JsonNode first = officer.get("case", "/v1/cases/" + text(cases, "requestId").getFirst()).body();
    List<JsonNode> needs = first.path("needs").valueStream().toList();
    List<String> agencies = text(officer.list("routing", "/v1/directory/agencies"), "id");
    return Map.of(
        "requestId", List.of(first.path("requestId").asText()),
        "id", text(cases, "requestId"),
        "needId", text(needs, "needId"),
        "number", text(cases, "trackingNumber"),
        "agency", agencies,
        "agencyId", agencies,
        "territory", List.of(sample.territory()),
        "need", List.of(sample.need()));
  }

  private static List<String> text(List<JsonNode> items, String field) {
    return items.stream().map(item -> item.path(field).asText()).toList();
  }
}
