package org.okno.intake.territory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;

class StreetListTest {

  @Test
  void shouldReadColumnsByName() {
    List<StreetRow> rows =
        read(
            """
            street,territory,side,from,to,remark
            улица Мира,1,,,,whole
            "Речной, малый, проспект",1,odd,1,45,part
            """);

    assertThat(rows)
        .containsExactly(
            new StreetRow("1", "улица Мира", null, null, "both", 1, null, null),
            new StreetRow("1", "Речной, малый, проспект", 1, 45, "odd", 1, null, null));
  }

  @Test
  void shouldNameEachWrongCellAndNoValue() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                read(
                    """
                    territory,street,from,to,side,weight,lat,lon
                    2,улица,1,2,odd,1,54,48
                    1,,1,,left,0,94,
                    1,улица,9,1,even,1,,
                    """))
        .satisfies(
            e -> {
              assertThat(e.problem().errors())
                  .extracting(FieldError::pointer)
                  .containsExactly(
                      "/1/territory",
                      "/2/street",
                      "/2/to",
                      "/2/side",
                      "/2/weight",
                      "/2/lat",
                      "/3/to");
              assertThat(e.problem().errors().toString()).doesNotContain("left");
            });
  }

  @Test
  void shouldRefuseAListWithoutRows() {
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read("territory,street\n"));
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(""));
  }

  private static List<StreetRow> read(String csv) {
    return StreetList.read(csv.getBytes(UTF_8), "1"::equals);
  }
}
