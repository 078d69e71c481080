package org.okno.analytics.summary;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.okno.analytics.facts.CountEvent;
import org.okno.contracts.AnalyticsEvent.DailySummaryRevised;
import org.okno.contracts.Event;
import org.okno.testkit.SampleRequest;

class AnyOrderTest {

  @Test
  void shouldEndWithTheSameRowsInWhateverOrderTheEventsCome() {
    Random random = new Random(20260302);
    List<Event> events = events(random, 300);
    Map<String, DailySummaryRevised> inOrder = rows(events);

    for (int i = 0; i < 10; i++) {
      Collections.shuffle(events, random);
      assertThat(rows(events)).isEqualTo(inOrder);
    }
  }

  @Test
  void shouldAgreeWithCountingEventByEvent() {
    List<Event> events = events(new Random(7), 300);
    Map<String, DailySummaryRevised> rows = rows(events);

    assertThat(rows.values().stream().mapToLong(DailySummaryRevised::requests).sum())
        .isEqualTo(300);
    long received = rows.values().stream().mapToLong(DailySummaryRevised::received).sum();
    long routed = rows.values().stream().mapToLong(DailySummaryRevised::routed).sum();
    assertThat(received).isEqualTo(routed + waiting(rows) + withdrawnWaiting(rows));
  }

  private static long withdrawnWaiting(Map<String, DailySummaryRevised> rows) {
    return rows.values().stream()
        .filter(row -> row.agency() == null)
        .mapToLong(row -> requireNonNull(row.withdrawn()))
        .sum();
  }

  /** The latest row of each series: what waits now. */
  private static long waiting(Map<String, DailySummaryRevised> rows) {
    Map<String, DailySummaryRevised> latest = new TreeMap<>();
    new TreeMap<>(rows).values().forEach(row -> latest.put(row.key().substring(10), row));
    return latest.values().stream().mapToLong(DailySummaryRevised::inTriage).sum();
  }

  private static Map<String, DailySummaryRevised> rows(List<Event> events) {
    var context = new MockProcessorContext<Void, Void>();
    for (StoreBuilder<?> builder : List.of(rowStore(), dirtyStore())) {
      StateStore store = builder.withLoggingDisabled().build();
      store.init(context.getStateStoreContext(), store);
    }
    Rows rows = Rows.in(context, 0);
    events.stream().map(CountEvent::facts).flatMap(List::stream).forEach(rows::apply);
    Map<String, DailySummaryRevised> emitted = new TreeMap<>();
    rows.emit(
        row -> {
          DailySummaryRevised event = row.row().asEvent(row.key());
          emitted.put(event.key(), withoutRevision(event));
        });
    return emitted;
  }

  /** As the topology has them, but in memory: a thousand events in a moment. */
  private static StoreBuilder<?> rowStore() {
    return Stores.keyValueStoreBuilder(
        Stores.inMemoryKeyValueStore(Rows.ROWS), Serdes.String(), new RowSerde());
  }

  private static StoreBuilder<?> dirtyStore() {
    return Stores.keyValueStoreBuilder(
        Stores.inMemoryKeyValueStore(Rows.DIRTY), Serdes.String(), Serdes.ByteArray());
  }

  private static List<Event> events(Random random, int requests) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      events.addAll(life(random));
    }
    return events;
  }

  private static List<Event> life(Random random) {
    Instant asked = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(random.nextInt(5 * 86400));
    String[] needs = random.nextBoolean() ? new String[] {"food"} : new String[] {"legal", "food"};
    String channel = random.nextBoolean() ? "web" : "hotline";
    SampleRequest request = SampleRequest.of(Driver.SAMARA, channel, asked, needs);
    List<Event> life = new ArrayList<>(List.of(request.submitted()));
    String agency = "a" + random.nextInt(3);
    if (random.nextInt(3) == 0) {
      life.add(request.held(wait(random)));
      if (random.nextBoolean()) {
        if (random.nextBoolean()) {
          life.add(request.withdrawnFromTriage(0, wait(random).plusDays(1)));
        }
        return life;
      }
      life.add(request.rerouted(agency, wait(random).plusDays(1)));
    } else {
      life.add(request.routed(agency, wait(random)));
    }
    if (random.nextInt(4) == 0) {
      life.add(request.withdrawnFrom(agency, wait(random).plusDays(2)));
      return life;
    }
    life.add(request.accepted(agency, wait(random).plusDays(2)));
    life.add(
        random.nextBoolean()
            ? request.resolved(agency, wait(random).plusDays(3))
            : request.declined(agency, wait(random).plusDays(3)));
    return life;
  }

  private static Duration wait(Random random) {
    return Duration.ofSeconds(random.nextInt(86400));
  }

  /**
   * How often a row was revised, and by which event last, depends on the order; nothing else does.
   */
  private static DailySummaryRevised withoutRevision(DailySummaryRevised row) {
    return new DailySummaryRevised(
        row.day(),
        row.territory(),
        row.agency(),
        row.channel(),
        row.need(),
        0,
        row.requests(),
        row.received(),
        row.routed(),
        row.inTriage(),
        row.accepted(),
        row.resolved(),
        row.declined(),
        row.returned(),
        row.reopened(),
        row.withdrawn(),
        row.openAtEnd(),
        row.toDecision(),
        row.toAcceptance(),
        row.toOutcome(),
        Instant.EPOCH);
  }
}
