package org.okno.intake.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

class GeoJsonTest {
  private static final String SQUARE = "[[[48,54],[49,54],[49,55],[48,55],[48,54]]]";

  @Test
  void shouldReadPolygonsAndRepairThem() throws JsonProcessingException {
    String bowTie = "[[[48,54],[49,55],[49,54],[48,55],[48,54]]]";
    List<Geometry> read =
        read(
            "{\"type\":\"Polygon\",\"coordinates\":" + SQUARE + "}",
            "{\"type\":\"MultiPolygon\",\"coordinates\":[" + bowTie + "]}");

    assertThat(read).hasSize(2).allMatch(Geometry::isValid);
    assertThat(read.get(0).getArea()).isEqualTo(1);
    assertThat(read.get(1).getArea()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                        | /features/0/geometry/type
          {"type":"Point","coordinates":[48,54]}                    | /features/0/geometry/type
          {"type":"Polygon"}                                        | /features/0/geometry/coordinates
          {"type":"Polygon","coordinates":[]}                       | /features/0/geometry/coordinates
          {"type":"Polygon","coordinates":[[[48,54],[49,54]]]}      | /features/0/geometry/coordinates/0
          {"type":"Polygon","coordinates":[[[48,94]]]}              | /features/0/geometry/coordinates/0/0
          {"type":"Polygon","coordinates":[[["a","b"]]]}            | /features/0/geometry/coordinates/0/0
          {"type":"Polygon","coordinates":[[[1,1],[2,2],[3,3],[1,1]]]} | /features/0/geometry/coordinates
          """)
  void shouldNameWhatIsNoPolygon(String geometry, String pointer) {
    assertThatExceptionOfType(GeoJson.InvalidException.class)
        .isThrownBy(() -> read(geometry))
        .satisfies(e -> assertThat(e.pointer()).isEqualTo(pointer));
  }

  private static List<Geometry> read(String... geometries) throws JsonProcessingException {
    String features =
        String.join(
            ",", List.of(geometries).stream().map(g -> "{\"geometry\":" + g + "}").toList());
    return GeoJson.geometries(new JsonMapper().readTree("{\"features\":[" + features + "]}"));
  }
}
