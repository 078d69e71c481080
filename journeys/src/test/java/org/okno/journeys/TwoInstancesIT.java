package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.okno.bench.faults.AcceptedRequests;
import org.okno.bench.faults.ChannelAdapters;
import org.okno.bench.faults.Submission;
import org.okno.engines.service.ServiceProcess;
import org.okno.engines.stack.Part;
import org.okno.journeys.RunningStack.Region;
import org.okno.local.client.Services;
import org.okno.local.client.Tokens;

/** Every service runs twice, and one or the other instance goes and comes back. */
@ExtendWith(RunningStack.class)
class TwoInstancesIT {
  private final Region region;

  TwoInstancesIT(Region region) {
    this.region = region;
  }

  @BeforeEach
  void startSecondInstances() {
    Part.services().forEach(service -> second(service).start());
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
      for (Part service : Part.services()) {
        region.part(service).kill();
        awaitMore(byOther);
        region.part(service).start();
        second(service).kill();
        awaitMore(byFirst);
        second(service).start();
        awaitMore(byOther);
      }
      first.close();
      other.close();
      assertThat(first.unexpected()).isEmpty();
      assertThat(other.unexpected()).isEmpty();
    }
    Set<String> accepted = new HashSet<>(byFirst.all());
    accepted.addAll(byOther.all());
    Ledger.assertBalanced(region.services(), accepted);
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
