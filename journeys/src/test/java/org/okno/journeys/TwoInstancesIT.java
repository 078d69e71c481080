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
import org.okno.bench.stack.ChannelAdapters;
import org.okno.engines.service.ServiceProcess;
import org.okno.engines.stack.Part;
import org.okno.journeys.RunningStack.Region;
import org.okno.local.client.Services;

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
    Set<String> accepted = new HashSet<>();
    try (Services seconds = new Services(urls);
        ChannelAdapters first = adapters(region.services(), requests, "first-");
        ChannelAdapters other = adapters(seconds, requests, "second-")) {
      awaitMore(first);
      awaitMore(other);
      for (Part service : Part.services()) {
        region.part(service).kill();
        awaitMore(other);
        region.part(service).start();
        second(service).kill();
        awaitMore(first);
        second(service).start();
        awaitMore(other);
      }
      first.close();
      other.close();
      accepted.addAll(first.accepted());
      accepted.addAll(other.accepted());
      assertThat(first.unexpected()).isEmpty();
      assertThat(other.unexpected()).isEmpty();
    }
    Ledger.assertBalanced(region.services(), accepted);
  }

  private ServiceProcess second(Part service) {
    return region.stack().secondInstance(service);
  }

  private static ChannelAdapters adapters(Services services, Requests requests, String prefix) {
    return new ChannelAdapters(
        services, 1, Duration.ofMillis(50), number -> requests.valid(prefix + number));
  }

  /** Waits until this adapter's requests are accepted, through its own instance of intake. */
  private static void awaitMore(ChannelAdapters adapters) throws InterruptedException {
    int before = adapters.accepted().size();
    Await.until(() -> adapters.accepted().size() > before + 20);
  }
}
