package org.okno.bench.region;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.okno.engines.EngineException;
import org.okno.local.client.Services;

/**
 * Requests that a region takes and routes: about 1 KiB of JSON, each with an external id of its
 * own.
 *
 * @param territory a code of the running region
 * @param need a code of a need that some agency offers in that territory
 */
public record Questionnaires(String territory, String need) {

  private static final Duration LEARNS_WITHIN = Duration.ofSeconds(30);
  // With the fields around it, about 1 KiB in UTF-8.
  private static final String TEXT =
      "Прошу помочь нашей семье: после переезда нет продуктов на неделю, документы на пособие ещё "
          + "рассматриваются. Дома двое детей, младшей два года. Можем забрать сами после шести "
          + "вечера, или просим привезти, если это возможно. Подробности по телефону, звонить днём.";

  /**
   * Codes from the directory that the stack started with: those of its first service, whichever of
   * them intake learns of first. Else a busy machine would decide what is measured.
   */
  public static Questionnaires of(Services services) throws InterruptedException {
    Questionnaires first =
        services.list("routing", "/v1/directory/services?limit=200").stream()
            .filter(service -> service.path("targetGroups").isEmpty())
            .map(Questionnaires::offeredBy)
            .findFirst()
            .orElseThrow(() -> new EngineException("The directory has no service for everybody."));
    long until = System.nanoTime() + LEARNS_WITHIN.toNanos();
    while (System.nanoTime() < until) {
      if (knows(services, first.territory, first.need)) {
        return first;
      }
      Thread.sleep(250);
    }
    throw new EngineException("Intake does not learn of the directory's first service.");
  }

  private static Questionnaires offeredBy(JsonNode service) {
    return new Questionnaires(
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
   * @param phone seven digits; another person each
   */
  public Map<String, Object> body(String externalId, String phone) {
    Map<String, Object> body = new HashMap<>();
    body.put("channel", "hotline");
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
