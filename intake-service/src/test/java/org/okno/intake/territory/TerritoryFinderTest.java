package org.okno.intake.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.okno.intake.territory.StreetSegment.Side.BOTH;
import static org.okno.intake.territory.StreetSegment.Side.EVEN;
import static org.okno.intake.territory.StreetSegment.Side.ODD;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.okno.intake.directory.Directory.Territory;
import org.okno.intake.territory.Candidate.Basis;
import org.okno.intake.territory.KnownPlaces.KnownPlace;
import org.okno.intake.territory.StreetSegment.Side;

/** A made-up town of two districts, west and east of the meridian 48.40, and a village. */
class TerritoryFinderTest {
  private static final List<Territory> TERRITORIES =
      List.of(
          territory("02", "Примерская область", "region", null),
          territory("0201", "город Примерск", "municipality", "02"),
          territory("020101", "Заречный район", "district", "0201"),
          territory("020102", "Нагорный район", "district", "0201"),
          territory("0202", "село Вишнёвое", "municipality", "02"));

  private final TerritoryFinder finder =
      finder(
          row("020101", "улица Мира", null, null, BOTH),
          row("020101", "Речной проспект", 1, 45, ODD),
          row("020101", "Речной проспект", 2, 40, EVEN),
          row("020102", "Речной проспект", 47, 99, ODD),
          row("020102", "Речной проспект", 42, 100, EVEN),
          row("020102", "Верхне-Садовая улица", null, null, BOTH),
          row("020102", "2-я Луговая улица", null, null, BOTH),
          row("020101", "7-я Луговая улица", null, null, BOTH),
          row("020101", "Абай көшесі", null, null, BOTH),
          row("020102", "улица Фёдора Полетаева", null, null, BOTH),
          row("020102", "набережная реки Примеры", null, null, BOTH),
          row("0202", "улица Мира", null, null, BOTH));

  private static Territory territory(
      String code, String name, String level, @Nullable String parent) {
    return new Territory(code, name, level, parent, "Europe/Samara");
  }

  private static StreetSegment row(
      String territory, String street, @Nullable Integer from, @Nullable Integer to, Side side) {
    return new StreetSegment(territory, street, from, to, side, 1);
  }

  private static TerritoryFinder finder(StreetSegment... rows) {
    return new TerritoryFinder(
        TERRITORIES,
        Map.of("Заречье", "020101"),
        new Boundaries(
            Map.of(
                "02", box(48.00, 48.50),
                "0201", box(48.30, 48.50),
                "020101", box(48.30, 48.40),
                "020102", box(48.40, 48.50))),
        List.of(new KnownPlace(new GeoPoint(54.32, 48.39995), "020102")),
        List.of(rows));
  }

  private static Geometry box(double west, double east) {
    return new GeometryFactory().toGeometry(new Envelope(west, east, 54.30, 54.40));
  }

  private @Nullable String clear(String address) {
    return finder.find(null, address).clear().map(Candidate::territory).orElse(null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "г. Примерск, Речной проспект, дом 17, корпус 2, кв. 5",
        "Примерск, пр. Речной, 17",
        "Речной пр-т 17а",
        "проспект Речной, д.17",
        "на Речном проспекте, в доме 17, прорвало трубу",
        "РЕЧНОЙ ПРОСПЕКТ 17/2",
        "Rechnoy prospekt 17",
        "17 Rechnoi avenue",
        "Речной даңғылы, 17 үй",
        "Речнои проспкет, просп. Речной д 17",
      })
  void shouldFindTheDistrictOfAHouseHoweverItIsWritten(String address) {
    assertThat(clear(address)).isEqualTo("020101");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Речной проспект, дом 61", "Речной проспект, дом 98", "пр. Речной 47"})
  void shouldTellTheSidesAndEndsOfAStreetApart(String address) {
    assertThat(clear(address)).isEqualTo("020102");
  }

  @Test
  void shouldNameBothDistrictsOfAStreetWithoutAHouse() {
    Candidates found = finder.find(null, "Речной проспект");

    assertThat(found.clear()).isEmpty();
    assertThat(found.all())
        .extracting(Candidate::territory)
        .containsExactlyInAnyOrder("020101", "020102");
    assertThat(found.all()).extracting(Candidate::basis).containsOnly(Basis.STREET);
  }

  @Test
  void shouldTakeTheNearestHousesWhereTheListHasAGap() {
    TerritoryFinder gap =
        finder(row("020101", "Новая улица", 1, 9, ODD), row("020102", "Новая улица", 61, 99, ODD));

    assertThat(gap.find(null, "Новая ул., 13").clear())
        .hasValueSatisfying(one -> assertThat(one.territory()).isEqualTo("020101"));
    assertThat(gap.find(null, "Новая ул., 35").clear()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Верхне-Садовая ул., 3",
        "ул. Верхне Садовой 3",
        "2-я Луговая ул., д. 5",
        "2 Луговая улица, 5",
        "ул. Полетаева, 8",
        "улица Ф. Полетаева 8",
        "улица Федора Палетаева, 8",
        "наб. р. Примеры, 4",
        "набережная Примеры",
      })
  void shouldFindStreetsByInflectedPartialAndMisspeltNames(String address) {
    assertThat(clear(address)).isEqualTo("020102");
  }

  @Test
  void shouldNotTakeTheNumberOfAStreetForThatOfAHouse() {
    assertThat(clear("7-я Луговая, 2")).isEqualTo("020101");
    assertThat(clear("Луговая улица, 7")).isNull();
  }

  @Test
  void shouldReadKazakhNames() {
    assertThat(clear("Абай көшесі, 25 үй")).isEqualTo("020101");
  }

  @Test
  void shouldUseTheSettlementThatTheAddressNames() {
    assertThat(clear("улица Мира, 5")).isNull();
    assertThat(clear("с. Вишневое, ул. Мира, 5")).isEqualTo("0202");
    assertThat(clear("г. Примерск, ул. Мира, 5")).isEqualTo("020101");
  }

  @Test
  void shouldTakeTheNamedDistrictWhereTheStreetIsUnknown() {
    assertThat(clear("Нагорный район, Неизвестная улица, 5")).isEqualTo("020102");
    assertThat(clear("район Заречье, Неизвестная улица, 5")).isEqualTo("020101");
  }

  @Test
  void shouldLeaveATownWithDistrictsOpen() {
    Candidates found = finder.find(null, "г. Примерск");

    assertThat(found.clear()).isEmpty();
    assertThat(found.all()).extracting(Candidate::territory).containsExactly("0201");
    assertThat(finder.find(null, "").all()).isEmpty();
    assertThat(finder.find(null, "не знаю, где я 12345678901 №№ ,,,; 🏠").all()).isEmpty();
  }

  @Test
  void shouldReadWhateverIsWritten() {
    String pieces =
        "ул. пр-т д. 7-я № 99999999999 Речной Мира г. ,;- / Ё қ ay 🏠 \u0000 ٣ б/н 5к2 ";
    Random random = new Random(13);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder address = new StringBuilder();
      for (int k = random.nextInt(30); k > 0; k--) {
        int from = random.nextInt(pieces.length());
        address.append(pieces, from, Math.min(pieces.length(), from + 1 + random.nextInt(9)));
      }
      double sum =
          finder.find(null, address.toString()).all().stream()
              .mapToDouble(Candidate::confidence)
              .sum();
      assertThat(sum).isBetween(0.0, 1.0);
    }
    assertThat(clear("Речной проспект, 17, тел. 99999999999")).isEqualTo("020101");
    assertThat(finder.find(null, "Речной проспект 99999999999").clear()).isEmpty();
  }

  @Test
  void shouldFindTheInnermostTerritoryOfAPoint() {
    Candidates found = finder.find(new GeoPoint(54.35, 48.35), null);

    assertThat(found.isNearBorder()).isFalse();
    assertThat(found.clear())
        .hasValueSatisfying(
            one -> {
              assertThat(one.territory()).isEqualTo("020101");
              // 0.05 degrees of longitude, at this latitude.
              assertThat(one.borderMetres()).isBetween(3_200.0, 3_300.0);
            });
  }

  @Test
  void shouldSayThatAPointIsNearABorder() {
    Candidates found = finder.find(new GeoPoint(54.35, 48.3999), null);

    assertThat(found.isNearBorder()).isTrue();
    assertThat(found.clear()).isEmpty();
    assertThat(found.all()).extracting(Candidate::territory).containsExactly("020101", "020102");
    assertThat(found.all()).allSatisfy(one -> assertThat(one.borderMetres()).isBetween(6.0, 7.0));
  }

  @Test
  void shouldBelieveAKnownHouseMoreThanADrawnLine() {
    // 3 m inside the western district, and a house next to it belongs to the eastern one.
    Candidates found = finder.find(new GeoPoint(54.32, 48.39995), null);

    assertThat(found.all().getFirst().territory()).isEqualTo("020102");
  }

  @Test
  void shouldLeaveOpenWhereOnlyTheRegionIsKnown() {
    Candidates found = finder.find(new GeoPoint(54.35, 48.10), null);

    assertThat(found.clear()).isEmpty();
    assertThat(found.all()).extracting(Candidate::territory).containsExactly("02");
  }

  @Test
  void shouldFindNothingFarFromEveryTerritory() {
    assertThat(finder.find(new GeoPoint(0, 0), null).all()).isEmpty();
  }

  @Test
  void shouldLetTheAddressDecideOnTheBorder() {
    Candidates found = finder.find(new GeoPoint(54.35, 48.3999), "Речной проспект, 61");

    assertThat(found.clear())
        .hasValueSatisfying(one -> assertThat(one.territory()).isEqualTo("020102"));
    assertThat(found.isNearBorder()).isTrue();
  }

  @Test
  void shouldLeaveOpenWhatPointAndAddressContradict() {
    Candidates found = finder.find(new GeoPoint(54.35, 48.35), "Речной проспект, 61");

    assertThat(found.clear()).isEmpty();
    assertThat(found.all())
        .extracting(Candidate::territory)
        .containsExactlyInAnyOrder("020101", "020102");
    assertThat(finder.around(found)).isEqualTo("0201");
  }

  @Test
  void shouldMeasureMetresOnTheGround() {
    Coordinate here = Mercator.project(54.35, 48.40);
    Coordinate north = Mercator.project(54.351, 48.40);

    assertThat(Mercator.metres(here.distance(north), 54.35)).isBetween(111.0, 111.5);
  }
}
