package org.okno.local.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.okno.engines.Await;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;

/**
 * Expected counts from another source: how many requests were opened on each day ({@code
 * opened_by_day} of a JSON file).
 */
public final class ExpectedDays {
  private final Map<String, Long> expected = new TreeMap<>();

  public ExpectedDays(Path file) throws IOException {
    new JsonMapper()
        .readTree(file.toFile())
        .path("opened_by_day")
        .properties()
        .forEach(day -> expected.put(day.getKey(), day.getValue().asLong()));
  }

  /** How many days are expected. */
  public int days() {
    return expected.size();
  }

  /**
   * The days on which the daily summary differs, after waiting until it does not.
   *
   * @return by day: the expected count and that of the summary
   */
  public Map<String, String> differences(
      Services services, String territoryPrefix, Duration timeout) {
    return Await.until(timeout, () -> compare(services, territoryPrefix), Map::isEmpty);
  }

  private Map<String, String> compare(Services services, String territoryPrefix) {
    Map<String, Long> counted = new TreeMap<>();
    String first = expected.keySet().stream().findFirst().orElseThrow();
    for (JsonNode row :
        services
            .as(Caller.STATISTICIAN)
            .list("analytics", "/v1/daily-summaries?limit=1000&from=" + first + "&to=2999-12-31")) {
      if (row.path("territory").asText().startsWith(territoryPrefix)
          && row.path("requests").asLong() > 0) {
        counted.merge(row.path("day").asText(), row.path("requests").asLong(), Long::sum);
      }
    }
    Map<String, String> differences = new TreeMap<>();
    expected.forEach(
        (day, count) -> {
          if (!count.equals(counted.get(day))) {
            differences.put(day, "expected " + count + ", summary " + counted.get(day));
          }
        });
    counted.keySet().stream()
        .filter(day -> !expected.containsKey(day))
        .forEach(day -> differences.put(day, "expected none"));
    return differences;
  }
}
