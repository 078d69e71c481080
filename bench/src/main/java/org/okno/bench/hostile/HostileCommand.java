package org.okno.bench.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.ResultFiles;
import org.okno.bench.stack.BenchStack;
import org.okno.engines.Home;
import org.okno.engines.stack.Part;
import org.okno.local.client.Caller;
import org.okno.local.client.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends seeded hostile inputs to every endpoint. Exit code 1 for breaches. */
@Command(
    name = "hostile",
    description =
        "Sends hostile inputs to every endpoint, and checks that each error is a problem document,"
            + " none is internal, and memory and metrics stay bounded.")
public final class HostileCommand implements Callable<Integer> {

  private static final int SHOWN = 20;

  @Option(names = "--inputs", description = "How many inputs (default: ${DEFAULT-VALUE}).")
  private int inputs = 200_000;

  @Option(names = "--seed", description = "The same seed, the same inputs (default: 1).")
  private long seed = 1;

  @Option(names = "--threads", description = "Inputs at the same time (default: ${DEFAULT-VALUE}).")
  private int threads = 32;

  @Option(
      names = "--memory-growth",
      description =
          "MiB that a service may grow by after the first tenth of the inputs"
              + " (default: ${DEFAULT-VALUE}).")
  private double memoryGrowth = 64;

  @Option(
      names = "--series-growth",
      description =
          "Series of metrics that a service may grow by after the first tenth of the inputs"
              + " (default: ${DEFAULT-VALUE}).")
  private long seriesGrowth = 100;

  @Option(names = "--show", description = "Sends and prints only the input of this number.")
  private int shown = -1;

  private static final int PROGRESS_EVERY = 5_000;

  /** Memory in MiB and series of metrics of each service. */
  private record Footprint(Map<Part, Double> memory, Map<Part, Long> series) {
    static Footprint of(BenchStack bench) {
      Footprint footprint = new Footprint(new EnumMap<>(Part.class), new EnumMap<>(Part.class));
      for (Part service : Part.services()) {
        footprint.memory.put(service, bench.residentMemory(service));
        footprint.series.put(service, bench.metricSeries(service));
      }
      return footprint;
    }

    double memory(Part service) {
      return memory.getOrDefault(service, 0.0);
    }

    long series(Part service) {
      return series.getOrDefault(service, 0L);
    }
  }

  @Override
  public Integer call() throws Exception {
    ResultFiles files = new ResultFiles(Home.find());
    var result = files.begin("hostile-seed-" + seed);
    try (BenchStack bench = BenchStack.start("hostile", BenchStack.whole())) {
      HostileInputs generator = generator(bench);
      if (shown >= 0) {
        show(bench, generator.of(shown));
        return 0;
      }
      Tally tally = new Tally();
      int warmUp = inputs / 10;
      send(bench, generator, tally, 0, warmUp);
      Footprint before = Footprint.of(bench);
      send(bench, generator, tally, warmUp, inputs);
      List<String> breaches = new ArrayList<>(tally.breaches());
      report(tally, before, Footprint.of(bench), breaches, result);
      if (!breaches.isEmpty()) {
        bench.keep();
      }
      files.write(result);
      return breaches.isEmpty() ? 0 : 1;
    }
  }

  private HostileInputs generator(BenchStack bench) {
    Map<String, List<String>> known = KnownValues.of(bench);
    List<Endpoint> endpoints = new ArrayList<>();
    Map<String, Values> values = new HashMap<>();
    for (Part service : Part.services()) {
      JsonNode document =
          bench.services().get(service.label(), "/q/openapi?format=json").orFail("read OpenAPI");
      endpoints.addAll(Endpoint.of(service.label(), document));
      values.put(service.label(), new Values(document, known));
    }
    System.out.println("%d endpoints".formatted(endpoints.size()));
    return new HostileInputs(seed, endpoints, values, authorization(bench, known));
  }

  /** With every role, bound to the agency of the known values. */
  private static String authorization(BenchStack bench, Map<String, List<String>> known) {
    String agency = known.getOrDefault("agency", List.of("")).getFirst();
    Caller everything = new Caller(EnumSet.allOf(Role.class), Map.of("agency", agency));
    return String.valueOf(bench.as(everything).authorization());
  }

  private void send(BenchStack bench, HostileInputs generator, Tally tally, int from, int until) {
    AtomicInteger next = new AtomicInteger(from);
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < threads; i++) {
        senders.execute(
            () -> {
              for (int n = next.getAndIncrement(); n < until; n = next.getAndIncrement()) {
                HostileInputs.Input input = generator.of(n);
                tally.add(input, Answer.to(port(bench, input), input.bytes()));
                if (n % PROGRESS_EVERY == 0) {
                  System.out.printf("  %,d of %,d inputs%n", n, inputs);
                }
              }
            });
      }
    }
  }

  private static void show(BenchStack bench, HostileInputs.Input input) {
    System.out.println(new String(input.bytes(), ISO_8859_1));
    System.out.println(Answer.to(port(bench, input), input.bytes()));
  }

  private static int port(BenchStack bench, HostileInputs.Input input) {
    return bench.services().url(input.endpoint().service(), "/").getPort();
  }

  private void report(
      Tally tally,
      Footprint before,
      Footprint after,
      List<String> breaches,
      Result.Collector result) {
    result.method(
        "Seed %d: %d hostile inputs, %d at a time, from the OpenAPI documents of all services."
            .formatted(seed, inputs, threads));
    tally.byClass().forEach((name, count) -> result.figure(Figure.of(name, "responses", count)));
    for (Part service : Part.services()) {
      figures(service, before, after, result);
      double growth = after.memory(service) - before.memory(service);
      if (growth > memoryGrowth) {
        breaches.add("memory of %s grew by %.0f MiB".formatted(service, growth));
      }
      long series = after.series(service) - before.series(service);
      if (series > seriesGrowth) {
        breaches.add("metrics of %s grew by %d series".formatted(service, series));
      }
    }
    result.figure(Figure.of("breaches", "breaches", breaches.size()));
    breaches.stream().limit(SHOWN).forEach(result::method);
  }

  private static void figures(
      Part service, Footprint before, Footprint after, Result.Collector result) {
    result.figure(Figure.of("memory of " + service + " before", "MiB", before.memory(service)));
    result.figure(Figure.of("memory of " + service + " after", "MiB", after.memory(service)));
    result.figure(Figure.of("metrics of " + service + " before", "series", before.series(service)));
    result.figure(Figure.of("metrics of " + service + " after", "series", after.series(service)));
  }
}
