package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;
import org.okno.local.demo.Agreement;
import org.okno.local.demo.StatusAgreement;

/** Compares accepted ids, case ids, summary counts and statuses. */
final class Ledger {
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  private Ledger() {}

  /**
   * Waits until the flow has settled, then compares every accepted id with intake's, the cases' and
   * the summary's, and its status in intake, tracking and case.
   */
  static void assertBalanced(Services services, Set<String> accepted) {
    List<Agreement.Line> lines = new Agreement(services).await(TIMEOUT);
    assertThat(Agreement.holds(lines)).as("%s", lines).isTrue();
    List<Agreement.Line> statuses = new StatusAgreement(services, accepted).await(TIMEOUT);
    assertThat(Agreement.holds(statuses)).as("%s", statuses).isTrue();
    Services officer = services.as(Caller.PROTECTION_OFFICER);
    List<String> cases = ids(officer, "case", "/v1/cases?limit=1000");
    List<String> requests = ids(officer, "intake", "/v1/requests?limit=1000");
    assertThat(cases).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(requests);
    assertThat(Set.copyOf(cases)).containsAll(accepted);
  }

  private static List<String> ids(Services services, String service, String path) {
    return services.list(service, path).stream()
        .map((JsonNode item) -> item.path("requestId").asText())
        .collect(Collectors.toList());
  }
}
