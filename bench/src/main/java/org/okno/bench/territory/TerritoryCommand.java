package org.okno.bench.territory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.okno.bench.measure.Figure;
import org.okno.bench.measure.Result;
import org.okno.bench.measure.ResultFiles;
import org.okno.bench.territory.PolygonFile.Polygons;
import org.okno.engines.EngineException;
import org.okno.engines.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./okno bench territory}: without a stack, what intake does with a point or an address. */
@Command(
    name = "territory",
    description = {
      "How often a point, and the text of an address, lead to the right territory.",
      "FOLDER holds tickets.csv or tickets.csv.xz with created_at, lat, lon, address and the"
          + " territory's name."
    })
public final class TerritoryCommand implements Callable<Integer> {

  @Option(
      names = "--polygons",
      required = true,
      paramLabel = "GEOJSON",
      description = "Polygons of the territories, plain or xz.")
  private Path polygons = Path.of(".");

  @Option(
      names = "--tickets",
      required = true,
      paramLabel = "FOLDER",
      description = "The requests that are evaluated.")
  private Path tickets = Path.of(".");

  @Option(
      names = "--train",
      paramLabel = "FOLDER",
      description =
          "Learn houses and streets from the requests of this folder (default: earlier ones of"
              + " --tickets).")
  private @Nullable Path train;

  @Option(
      names = "--train-until",
      paramLabel = "DATE",
      description =
          "Learn from requests up to this day, evaluate later ones (default: without --train, the"
              + " day before the last fifth of the requests).")
  private @Nullable LocalDate trainUntil;

  @Option(
      names = "--names",
      paramLabel = "CSV",
      description =
          "Other names: two columns, a name in the requests and the name in the polygons.")
  private @Nullable Path otherNames;

  @Option(
      names = "--column",
      description = "Column with the right territory's name (default: ${DEFAULT-VALUE}).")
  private String column = "municipality";

  @Override
  public Integer call() throws IOException {
    TerritoryNames names = new TerritoryNames(otherNames);
    Split split = split();
    Set<String> codes =
        split.all().stream()
            .map(ticket -> names.code(ticket.territory()))
            .collect(Collectors.toSet());
    Polygons areas = PolygonFile.read(polygons, names, codes);
    ResultFiles files = new ResultFiles(Home.find());
    Result.Collector result = files.begin("territory");
    result.method(split.method());

    TerritoryEvaluation unlearned = new TerritoryEvaluation(areas, names, List.of());
    split.all().forEach(unlearned::findByPoint);
    point(result, "polygons alone, all requests: ", unlearned.byPoint);

    Map<String, String> renamed = OtherNames.learn(areas.byCode(), split.known(), names);
    new TreeMap<>(renamed)
        .forEach(
            (code, polygon) ->
                result.method(
                    "Renamed: %s = %s."
                        .formatted(split.name(code, names), areas.names().get(polygon))));
    names.add(renamed);
    TerritoryEvaluation renamedOnly = new TerritoryEvaluation(areas, names, List.of());
    split.all().forEach(renamedOnly::findByPoint);
    point(result, "polygons with renamed territories, all requests: ", renamedOnly.byPoint);
    TerritoryEvaluation learned = new TerritoryEvaluation(areas, names, split.known());
    split.later().forEach(learned::findByPoint);
    long begin = System.nanoTime();
    split.later().forEach(learned::findByAddress);
    double took = (System.nanoTime() - begin) / 1e3;
    point(result, "with renamed territories and known houses: ", learned.byPoint);
    address(result, "address: ", learned.byAddress);
    address(result, "address that was not learnt: ", learned.byNewAddress);
    address(result, "point and address: ", learned.byBoth);
    result.figure(Figure.of("one search, mean", "µs", took / Math.max(1, learned.searches())));
    files.write(result);
    return 0;
  }

  private static void point(Result.Collector result, String prefix, Score score) {
    result.figure(Figure.of(prefix + "points", "", score.all()));
    result.figure(Figure.of(prefix + "right", "%", score.best()));
    result.figure(Figure.of(prefix + "near a border", "%", score.nearBorder()));
    result.figure(Figure.of(prefix + "right among three", "%", score.among()));
    clear(result, prefix, score);
  }

  private static void address(Result.Collector result, String prefix, Score score) {
    result.figure(Figure.of(prefix + "requests", "", score.all()));
    clear(result, prefix, score);
    result.figure(Figure.of(prefix + "first candidate right", "%", score.best()));
    result.figure(Figure.of(prefix + "right among three", "%", score.among()));
  }

  private static void clear(Result.Collector result, String prefix, Score score) {
    result.figure(Figure.of(prefix + "decided, right", "%", score.right()));
    result.figure(Figure.of(prefix + "decided, wrong", "%", score.wrong()));
    result.figure(Figure.of(prefix + "left open", "%", score.open()));
  }

  /** What is learnt, and what is evaluated. */
  private record Split(
      List<PlacedTicket> all, List<PlacedTicket> known, List<PlacedTicket> later, String method) {

    /** As the requests write the territory with this code. */
    String name(String code, TerritoryNames names) {
      return known.stream()
          .map(PlacedTicket::territory)
          .filter(name -> names.code(name).equals(code))
          .findFirst()
          .orElse(code);
    }
  }

  private Split split() throws IOException {
    List<PlacedTicket> all = PlacedTicket.read(tickets, column);
    if (train != null) {
      List<PlacedTicket> known = PlacedTicket.read(train, column);
      LocalDate until = trainUntil == null ? LocalDate.MAX : trainUntil;
      List<PlacedTicket> earlier = until(known, until);
      return new Split(
          all,
          earlier,
          all,
          "Houses and streets from the addresses of %,d requests of another folder; %,d requests evaluated."
              .formatted(earlier.size(), all.size()));
    }
    LocalDate until = trainUntil == null ? lastFifth(all) : trainUntil;
    List<PlacedTicket> known = until(all, until);
    List<PlacedTicket> later = all.stream().filter(one -> one.day().isAfter(until)).toList();
    if (later.isEmpty()) {
      throw new EngineException(
          "No request is later than " + until + ": choose an earlier --train-until");
    }
    return new Split(
        all,
        known,
        later,
        "Houses and streets from the addresses of %,d requests up to %s; evaluated on %,d later ones."
            .formatted(known.size(), until, later.size()));
  }

  private static List<PlacedTicket> until(List<PlacedTicket> tickets, LocalDate day) {
    return tickets.stream().filter(one -> !one.day().isAfter(day)).toList();
  }

  private static LocalDate lastFifth(List<PlacedTicket> tickets) {
    return tickets.stream()
        .map(PlacedTicket::day)
        .sorted()
        .skip(tickets.size() * 4L / 5)
        .findFirst()
        .orElseThrow()
        .minusDays(1);
  }
}
