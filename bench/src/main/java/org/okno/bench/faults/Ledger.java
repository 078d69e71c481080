package org.okno.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.okno.bench.stack.ChannelAdapters;
import org.okno.local.client.Services;
import org.okno.local.demo.Agreement;
import org.okno.local.demo.StatusAgreement;

/**
 * Compares what was accepted with what every service has afterwards.
 *
 * @param breaches differences; none when nothing was lost or doubled
 */
record Ledger(int accepted, int cases, History history, List<String> breaches) {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  static Ledger close(Services services, ChannelAdapters adapters, CaseLog log) {
    List<Agreement.Line> lines = new Agreement(services).await(TIMEOUT);
    List<String> breaches = new ArrayList<>(adapters.unexpected());
    if (!Agreement.holds(lines)) {
      lines.stream()
          .filter(line -> !line.agrees())
          .forEach(line -> breaches.add("sources differ: " + line));
    }
    Set<String> accepted = adapters.accepted();
    new StatusAgreement(services, accepted)
        .await(TIMEOUT).stream()
            .filter(line -> !line.agrees())
            .forEach(line -> breaches.add("status differs: " + line));
    List<String> requests = ids(services, "intake", "/v1/requests?limit=200");
    List<String> cases = ids(services, "case", "/v1/cases?limit=200");
    compare("requests in intake", requests, accepted, breaches);
    compare("cases", cases, accepted, breaches);
    History history = log.read();
    history.breaches().forEach(b -> breaches.add("events of one request out of order: " + b));
    if (history.cases() != accepted.size()) {
      breaches.add("okno.cases has %d requests".formatted(history.cases()));
    }
    return new Ledger(accepted.size(), cases.size(), history, breaches);
  }

  private static void compare(
      String what, List<String> found, Set<String> accepted, List<String> breaches) {
    Set<String> once = new HashSet<>(found);
    Set<String> lost = new HashSet<>(accepted);
    lost.removeAll(once);
    if (once.size() < found.size()) {
      breaches.add("%s: %d twice".formatted(what, found.size() - once.size()));
    }
    if (!lost.isEmpty()) {
      breaches.add("%s: %d lost, such as %s".formatted(what, lost.size(), lost.iterator().next()));
    }
    once.removeAll(accepted);
    if (!once.isEmpty()) {
      breaches.add("%s: %d that were never confirmed".formatted(what, once.size()));
    }
  }

  private static List<String> ids(Services services, String service, String path) {
    return services.list(service, path).stream().map(i -> i.path("requestId").asText()).toList();
  }
}
