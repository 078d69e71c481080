package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.okno.bench.faults.AcceptedRequests;
import org.okno.bench.faults.ChannelAdapters;
import org.okno.bench.faults.Submission;
import org.okno.engines.Engine;
import org.okno.engines.service.ServiceProcess;
import org.okno.engines.stack.Part;
import org.okno.journeys.RunningStack.Region;
import org.okno.local.client.Services;
import org.okno.local.client.Tokens;

/** Every service runs twice; one instance of each is killed and comes back, then the other. */
@ExtendWith(RunningStack.class)
class TwoInstancesIT {
  private final Region region;

  TwoInstancesIT(Region region) {
    this.region = region;
  }

  @BeforeEach
  void startSecondInstances() {
    startTogether(Part.services().stream().map(this::second).toList());
  }

  @AfterEach
  void stopSecondInstances() {
    Part.services().forEach(service -> second(service).stop());
  }

  @Test
  void shouldLoseNothingAndDoubleNothingWhileInstancesGoAndComeBack() throws Exception {
    Map<String, URI> urls =
        Part.services().stream()
            .collect(Collectors.toMap(Part::label, service -> second(service).url()));
    Requests requests = new Requests(region.services());
    AcceptedRequests byFirst = new AcceptedRequests();
    AcceptedRequests byOther = new AcceptedRequests();
    try (Services seconds = new Services(urls, Tokens.of(region.stack().issuer()));
        ChannelAdapters first = adapters(region.services(), requests, "first-", byFirst);
        ChannelAdapters other = adapters(seconds, requests, "second-", byOther)) {
      awaitMore(byFirst);
      awaitMore(byOther);
      List<Engine> firstInstances = Part.services().stream().map(region::part).toList();
      List<ServiceProcess> others = Part.services().stream().map(this::second).toList();
      firstInstances.forEach(Engine::kill);
      awaitMore(byOther);
      startTogether(firstInstances);
      others.forEach(Engine::kill);
      awaitMore(byFirst);
      startTogether(others);
      awaitMore(byOther);
      first.close();
      other.close();
      assertThat(first.unexpected()).isEmpty();
      assertThat(other.unexpected()).isEmpty();
    }
    Set<String> accepted = new HashSet<>(byFirst.all());
    accepted.addAll(byOther.all());
    Ledger.assertBalanced(region.services(), accepted);
  }

  private static void startTogether(List<? extends Engine> instances) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture.allOf(
              instances.stream()
                  .map(instance -> CompletableFuture.runAsync(instance::start, threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    }
  }

  private ServiceProcess second(Part service) {
    return region.stack().secondInstance(service);
  }

  private static ChannelAdapters adapters(
      Services services, Requests requests, String prefix, AcceptedRequests accepted) {
    return new ChannelAdapters(
        services,
        1,
        Duration.ofMillis(200),
        number -> Submission.Single.of(requests.valid(prefix + number)),
        accepted);
  }

  /** Waits until more requests are accepted, through its own instance of intake. */
  private static void awaitMore(AcceptedRequests accepted) throws InterruptedException {
    int before = accepted.size();
    Await.until(() -> accepted.size() > before + 20);
  }
}
