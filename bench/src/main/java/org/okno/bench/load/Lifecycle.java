package org.okno.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.okno.bench.measure.Latencies;
import org.okno.bench.measure.Timing;
import org.okno.bench.stack.SampleQuestionnaire;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;

/**
 * One request's lifecycle: posted, assigned, accepted, resolved, and read back as resolved, with
 * its agency's list. Threads may share it.
 */
public final class Lifecycle implements Timing.Work {

  /** Of requests and needs in paths: the same failure of many is one line. */
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final String prefix = "life-" + System.nanoTime();
  private final AtomicInteger number = new AtomicInteger();
  private final Latencies latencies = new Latencies();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final Map<String, Services> specialists = new ConcurrentHashMap<>();
  private final Services services;
  private final Services adapter;
  private final Services operator;
  private final SampleQuestionnaire codes;

  /**
   * @param services as nobody
   */
  public Lifecycle(Services services, SampleQuestionnaire codes) {
    this.services = services;
    this.adapter = services.as(SampleQuestionnaire.ADAPTER);
    this.operator = services.as(Caller.OPERATOR);
    this.codes = codes;
  }

  /** How long whole lifecycles took. */
  public Latencies latencies() {
    return latencies;
  }

  /** The failures, and how often. */
  public Map<String, Integer> failures() {
    return Map.copyOf(failures);
  }

  /** A failure is counted and does not stop the others. */
  @Override
  public long once() {
    try {
      live();
      return 1;
    } catch (IllegalStateException | UncheckedIOException e) {
      failures.merge(
          ID.matcher(String.valueOf(e.getMessage())).replaceAll("{id}"), 1, Integer::sum);
      return 0;
    }
  }

  private void live() {
    long begin = System.nanoTime();
    int mine = number.incrementAndGet();
    String requestId =
        adapter
            .post("intake", "/v1/requests", codes.body(prefix + "-" + mine, "%07d".formatted(mine)))
            .orFail("post a request")
            .path("requestId")
            .asText();
    JsonNode need = awaitAssigned(requestId);
    String path = "/v1/cases/" + requestId + "/needs/" + need.path("needId").asText();
    String agency = need.path("agency").path("id").asText();
    Services specialist = specialists.computeIfAbsent(agency, this::specialist);
    JsonNode accepted = step(specialist, path + "/acceptance", Map.of(), need);
    step(specialist, path + "/resolution", Map.of("outcome", "helped"), accepted);
    findResolved(specialist, requestId, agency);
    latencies.record(System.nanoTime() - begin);
  }

  private Services specialist(String agency) {
    return services.as(Caller.specialist(agency));
  }

  /** One call: the service responds as soon as it has the case. */
  private JsonNode awaitAssigned(String requestId) {
    JsonNode need =
        operator
            .get("case", "/v1/cases/" + requestId, "Prefer", "wait=30")
            .orFail("wait for the case")
            .path("needs")
            .path(0);
    if (!need.path("status").asText().equals("assigned")) {
      throw new IllegalStateException("a need has no agency");
    }
    return need;
  }

  /** The ETag of a need is its version: no further read is needed. */
  private static JsonNode step(
      Services specialist, String path, Map<String, String> body, JsonNode need) {
    String tag = '"' + need.path("version").asText() + '"';
    return specialist.post("case", path, body, "If-Match", tag).orFail("change a need");
  }

  private static void findResolved(Services specialist, String requestId, String agency) {
    JsonNode found = specialist.get("case", "/v1/cases/" + requestId).orFail("read a case");
    if (!found.path("needs").path(0).path("status").asText().equals("resolved")) {
      throw new IllegalStateException("a committed change was not read back");
    }
    specialist
        .get("case", "/v1/agencies/" + agency + "/cases?status=resolved&limit=20")
        .orFail("search an agency's cases");
  }
}
