package org.okno.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.okno.engines.Await;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;
import org.okno.local.demo.Agreement.Line;

/** Compares the status of requests in case, intake and tracking, request by request. */
public final class StatusAgreement {
  private final Services services;
  private final List<String> requestIds;

  public StatusAgreement(Services services, Collection<String> requestIds) {
    this.services = services.as(Caller.OPERATOR);
    this.requestIds = List.copyOf(requestIds);
  }

  /** One request as three resources show it. */
  private record Statuses(String inCase, String inIntake, String inTracking) {}

  /** Waits until all agree or the timeout is over; returns what was read last. */
  public List<Line> await(Duration timeout) {
    return Await.until(timeout, this::read, Agreement::holds);
  }

  /**
   * Two lines for each status: with how many of the requests that have it in case, intake and
   * tracking agree.
   */
  public List<Line> read() {
    // Parallel, by few threads: the services are busy with the flow itself.
    Map<String, List<Statuses>> byStatus =
        requestIds.parallelStream()
            .map(this::read)
            .collect(Collectors.groupingBy(Statuses::inCase, TreeMap::new, Collectors.toList()));
    return byStatus.entrySet().stream()
        .flatMap(status -> lines(status.getKey(), status.getValue()).stream())
        .toList();
  }

  private static List<Line> lines(String status, List<Statuses> requests) {
    String what = "requests " + status;
    String source = "case, status";
    long inIntake = requests.stream().filter(it -> it.inIntake().equals(status)).count();
    long inTracking = requests.stream().filter(it -> it.inTracking().equals(status)).count();
    return List.of(
        new Line(what, source, requests.size(), "intake, same status", inIntake),
        new Line(what, source, requests.size(), "tracking, same status", inTracking));
  }

  private Statuses read(String requestId) {
    JsonNode found = services.get("case", "/v1/cases/" + requestId).orFail("read a case");
    String number = found.path("trackingNumber").asText();
    return new Statuses(
        found.path("status").asText(),
        services.get("intake", "/v1/requests/" + requestId).text("status"),
        services.get("intake", "/v1/track/" + number).text("status"));
  }
}
