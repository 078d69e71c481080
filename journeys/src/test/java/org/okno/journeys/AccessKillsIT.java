package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.okno.engines.stack.Part;
import org.okno.journeys.RunningStack.Region;
import org.okno.local.client.Caller;
import org.okno.local.client.Reply;
import org.okno.local.client.Role;
import org.okno.local.client.Services;

/** Whatever personal data was shown, the access journal has it: a kill takes no entry away. */
@ExtendWith(RunningStack.class)
class AccessKillsIT {
  private static final int ACCESSES = 1_000;
  private static final int THREADS = 4;

  /** Fewer than a caller may open in a minute. */
  private static final int BY_EACH_CALLER = 50;

  private static final List<Part> KILLED =
      List.of(Part.INTAKE, Part.POSTGRES, Part.CONNECT, Part.INTAKE);

  private final Set<String> shown = ConcurrentHashMap.newKeySet();
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void shouldRecordEveryAccessThatWasShown(Region region) throws Exception {
    Services services = region.services();
    String path =
        "/v1/requests/"
            + services
                .as(Requests.ADAPTER)
                .post("intake", "/v1/requests", new Requests(services).valid("access-kills"))
                .orFail("post a request")
                .path("requestId")
                .asText()
            + "/personal-data/openings";
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> opening = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        opening.add(threads.submit(() -> open(services, path)));
      }
      for (int i = 0; i < KILLED.size(); i++) {
        int enough = (i + 1) * ACCESSES / (KILLED.size() + 1);
        Await.until(() -> shown.size() >= enough);
        region.part(KILLED.get(i)).kill();
        Thread.sleep(1_000);
        region.part(KILLED.get(i)).start();
      }
      for (Future<?> thread : opening) {
        thread.get();
      }
    }

    Services officer = services.as(Caller.PROTECTION_OFFICER);
    Await.until(() -> audit(officer).path("unpublished").asLong() == 0);
    assertThat(audit(officer).has("broken")).isFalse();
    assertThat(
            officer.list("intake", "/v1/accesses?limit=1000").stream()
                .map(access -> access.path("accessId").asText())
                .collect(Collectors.toSet()))
        .containsAll(shown)
        .hasSizeGreaterThanOrEqualTo(ACCESSES);
  }

  private void open(Services services, String path) {
    while (shown.size() < ACCESSES) {
      int caller = attempts.incrementAndGet() / BY_EACH_CALLER;
      try {
        Reply reply =
            services
                .as(Caller.of(Role.OPERATOR, Map.of("sub", "operator-" + caller)))
                .post("intake", path, Map.of("purpose", "call-back"));
        if (reply.isOk()) {
          shown.add(reply.text("accessId"));
        }
      } catch (UncheckedIOException e) {
        LockSupport.parkNanos(10_000_000); // killed before it responded: nothing was shown
      }
    }
  }

  private static JsonNode audit(Services officer) {
    return officer.get("intake", "/v1/accesses/audit").orFail("audit the access journal");
  }
}
