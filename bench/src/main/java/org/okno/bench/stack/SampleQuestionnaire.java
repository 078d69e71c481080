package org.okno.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.okno.engines.Await;
import org.okno.engines.EngineException;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;

/**
 * Requests that the running stack accepts and routes: about 1 KiB of JSON, each with its own
 * external id.
 *
 * @param territory a code of the running stack
 * @param need a code of a need that some agency offers in that territory
 */
public record SampleQuestionnaire(String territory, String need) {

  private static final String CHANNEL = "hotline";

  /** Who posts them. */
  public static final Caller ADAPTER = Caller.channel(CHANNEL);

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  // With the fields around it, about 1 KiB in UTF-8.
  private static final String TEXT =
      "Прошу помочь нашей семье: после переезда нет продуктов на неделю, документы на пособие ещё "
          + "рассматриваются. Дома двое детей, младшей два года. Можем забрать сами после шести "
          + "вечера, или просим привезти, если это возможно. Подробности по телефону, звонить днём.";

  /**
   * Codes from the directory that the stack started with: always those of its first service, so
   * that each run measures the same.
   *
   * @param services as anybody
   */
  public static SampleQuestionnaire of(Services services) {
    SampleQuestionnaire first =
        services.list("routing", "/v1/directory/services?limit=200").stream()
            .filter(service -> service.path("targetGroups").isEmpty())
            .map(SampleQuestionnaire::offeredBy)
            .findFirst()
            .orElseThrow(() -> new EngineException("The directory has no service for everybody."));
    if (!Await.until(TIMEOUT, () -> knows(services, first.territory, first.need))) {
      throw new EngineException("Intake does not have the directory's first service.");
    }
    return first;
  }

  private static SampleQuestionnaire offeredBy(JsonNode service) {
    return new SampleQuestionnaire(
        service.path("serviceAreas").path(0).asText(), service.path("needs").path(0).asText());
  }

  private static boolean knows(Services services, String territory, String need) {
    return hasCode(services, "/v1/territories", territory) && hasCode(services, "/v1/needs", need);
  }

  private static boolean hasCode(Services services, String path, String code) {
    return services.list("intake", path).stream()
        .anyMatch(e -> e.path("code").asText().equals(code));
  }

  /**
   * A body for {@code POST /v1/requests}.
   *
   * @param phone seven digits; of a new person each
   */
  public Map<String, Object> body(String externalId, String phone) {
    Map<String, Object> body = new HashMap<>();
    body.put("channel", CHANNEL);
    body.put("externalId", externalId);
    body.put("territory", territory);
    body.put("applicant", Map.of("name", "Выдумкина Ада Львовна", "phone", "+7927" + phone));
    body.put("address", "ул. Придуманная, д. 1, кв. 2");
    body.put("needs", List.of(Map.of("need", need)));
    body.put("text", TEXT);
    body.put("consent", true);
    return body;
  }
}
