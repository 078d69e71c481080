package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.okno.bench.faults.AcceptedRequests;
import org.okno.bench.faults.ChannelAdapters;
import org.okno.bench.faults.Submission;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Stack;
import org.okno.journeys.RunningStack.Region;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;
import org.okno.local.demo.Agreement;
import org.okno.local.demo.ChangedMinds;

@ExtendWith(RunningStack.class)
class KillsIT {

  @Test
  void shouldLoseNothingAndDoubleNothingWhenEachPartIsKilledInTurn(Region region) throws Exception {
    Requests requests = new Requests(region.services());
    AcceptedRequests accepted = new AcceptedRequests();
    ChannelAdapters adapters =
        new ChannelAdapters(
            region.services(),
            4,
            Duration.ofMillis(100),
            number -> Submission.Single.of(requests.valid("kills-" + number)),
            accepted);
    AtomicBoolean changed = new AtomicBoolean();
    Thread changing =
        Thread.ofVirtual().start(() -> changeMinds(region.services(), accepted, changed));
    try (adapters) {
      for (Part part : Part.values()) {
        awaitMore(accepted);
        region.part(part).kill();
        Thread.sleep(2_000);
        region.part(part).start();
        assertThat(adapters.unexpected()).as("after %s was killed", part.label()).isEmpty();
      }
      awaitMore(accepted);
    } finally {
      changed.set(true);
      changing.join();
    }
    assertThat(adapters.unexpected()).isEmpty();
    AtomicBoolean ended = new AtomicBoolean();
    Thread repairing =
        Thread.ofVirtual().start(() -> repairAsTheSupervisorDoes(region.stack(), ended));
    try {
      Ledger.assertBalanced(region.services(), accepted.all());
      assertThat(withdrawnNeeds(region.services())).as("withdrawn meanwhile").isPositive();
    } finally {
      // Not interrupted: what it has stopped, it starts again.
      ended.set(true);
      repairing.join();
    }
  }

  /** Withdraws a request and corrects another, once more where a part is away. */
  private static void changeMinds(
      Services services, AcceptedRequests accepted, AtomicBoolean ended) {
    Services operator = services.as(Caller.OPERATOR);
    ChangedMinds changes = new ChangedMinds(operator);
    Set<String> changed = new HashSet<>();
    while (!ended.get()) {
      try {
        Thread.sleep(200);
        List<String> fresh =
            accepted.all().stream().filter(id -> !changed.contains(id)).limit(2).toList();
        if (fresh.size() == 2) {
          changes.withdraw(fresh.getFirst());
          changed.add(fresh.getFirst());
          changes.addNeed(fresh.getLast(), codes(operator));
          changed.add(fresh.getLast());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        // A part is away: what was not done is done later, or to others.
      }
    }
  }

  private static long withdrawnNeeds(Services services) {
    return new Agreement(services)
        .read().stream()
            .filter(line -> line.what().equals("needs withdrawn"))
            .mapToLong(Agreement.Line::otherCount)
            .sum();
  }

  private static List<String> codes(Services operator) {
    return operator.list("intake", "/v1/needs").stream()
        .map(item -> item.path("code").asText())
        .toList();
  }

  private static void awaitMore(AcceptedRequests accepted) throws InterruptedException {
    int before = accepted.size();
    Await.until(() -> accepted.size() > before + 50);
  }

  /**
   * What the supervisor of {@code ./okno up} does once a second, and a cluster's operator in
   * production.
   */
  private static void repairAsTheSupervisorDoes(Stack stack, AtomicBoolean ended) {
    try {
      while (!ended.get()) {
        if (stack.restartBrokerIfOutOfSync()) {
          System.out.println(
              "the broker was out of sync with its log after the kill; it was restarted");
        }
        stack.repair(System.out::println);
        Thread.sleep(1000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
