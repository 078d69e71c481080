package org.okno.bench.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.okno.bench.territory.PolygonFile.Polygons;

class TerritoryEvaluationTest {
  private static final String SQUARES =
      """
      {"type": "FeatureCollection", "features": [
        {"properties": {"id": 1, "label": "округ Западный"}, "geometry": {"type": "Polygon",
          "coordinates": [[[48.0,54],[48.1,54],[48.1,54.1],[48.0,54.1],[48.0,54]]]}},
        {"properties": {"id": 2, "label": "округ Восточный"}, "geometry": {"type": "Polygon",
          "coordinates": [[[48.1,54],[48.2,54],[48.2,54.1],[48.1,54.1],[48.1,54]]]}}]}
      """;

  @TempDir Path folder = Path.of(".");

  @Test
  void shouldLearnEarlierAddressesAndRenamedTerritoriesAndEvaluateLaterOnes() throws IOException {
    StringBuilder csv = new StringBuilder("municipality,lon,lat,address,created_at\n");
    for (int i = 1; i <= 30; i++) {
      csv.append(
          "округ  Новый,48.15,54.05,\"г. Н, Новая улица, дом %d\",2021-01-01T10:00%n".formatted(i));
    }
    csv.append("западный округ,48.05,54.05,,2021-01-02\n");
    csv.append("округ Новый,48.16,54.05,\"Новая ул., д. 41\",2021-02-01\n");
    csv.append("округ Западный,48.15,54.05,\"Другая ул., д. 1\",2021-02-02\n");
    Files.writeString(folder.resolve("tickets.csv"), csv);
    Path polygons = Files.writeString(folder.resolve("squares.geojson"), SQUARES);
    TerritoryNames names = new TerritoryNames(null);
    List<PlacedTicket> all = PlacedTicket.read(folder, "municipality");
    Polygons areas = PolygonFile.read(polygons, names, codes(all, names));
    List<PlacedTicket> known = all.subList(0, 31);

    names.add(OtherNames.learn(areas.byCode(), known, names));
    TerritoryEvaluation evaluation = new TerritoryEvaluation(areas, names, known);
    all.subList(31, 33).forEach(evaluation::findByPoint);
    all.subList(31, 33).forEach(evaluation::findByAddress);

    assertThat(names.code("Новый")).isEqualTo(names.code("округ Восточный"));
    assertThat(evaluation.byPoint.best()).isEqualTo(50);
    assertThat(evaluation.byAddress.right()).isEqualTo(50);
    assertThat(evaluation.byAddress.open()).isEqualTo(50);
    assertThat(evaluation.byNewAddress.all()).isEqualTo(2);
  }

  @Test
  void shouldFindTheRightMunicipalityOfRealRequests() throws IOException {
    Path data = shared("spb_portal");
    TerritoryNames names = new TerritoryNames(null);
    List<PlacedTicket> all = PlacedTicket.read(data, "municipality");
    Path map = data.resolveSibling("geo_ru_municipal").resolve("saint_petersburg.geojson.xz");
    Polygons areas = PolygonFile.read(map, names, codes(all, names));
    LocalDate until = LocalDate.parse("2021-01-31");
    List<PlacedTicket> known = all.stream().filter(one -> !one.day().isAfter(until)).toList();

    names.add(OtherNames.learn(areas.byCode(), known, names));
    TerritoryEvaluation evaluation = new TerritoryEvaluation(areas, names, known);
    all.stream()
        .filter(one -> one.day().isAfter(until))
        .forEach(
            ticket -> {
              evaluation.findByPoint(ticket);
              evaluation.findByAddress(ticket);
            });

    assertThat(evaluation.byPoint.best()).isGreaterThanOrEqualTo(99.2);
    assertThat(evaluation.byAddress.right()).isGreaterThanOrEqualTo(91);
    assertThat(evaluation.byAddress.wrong()).isLessThanOrEqualTo(2);
  }

  private static Set<String> codes(List<PlacedTicket> tickets, TerritoryNames names) {
    return tickets.stream().map(one -> names.code(one.territory())).collect(Collectors.toSet());
  }

  /** A folder of real data beside the project; the test is skipped where there is none. */
  private static Path shared(String name) {
    Path found =
        Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
            .map(at -> at.resolve("../shared/data").resolve(name).normalize())
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(null);
    if (found == null) {
      System.out.println("SKIPPED: no ../shared/data/" + name);
    }
    assumeTrue(found != null, "no ../shared/data/" + name);
    return found;
  }
}
