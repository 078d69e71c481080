package org.okno.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
import org.okno.testkit.Await;
import org.okno.testkit.SampleRequest;
import org.okno.testkit.ServiceRights;
import org.okno.testkit.Tables;
import org.okno.testkit.Tokens;

/** Which numbers a reader sees: of the own territory, and small ones only with a right to them. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // the engines are injected
class VisibleNumbersIT extends SummaryFlow {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final String ROWS = "/v1/daily-summaries?from=2026-04-01&to=2026-04-30";
  private static final String TOTALS =
      "/v1/daily-summaries/totals?by=territory&from=2026-04-01&to=2026-04-30";

  private final ServiceRights rights = new ServiceRights("analytics");
  Tables tables;
  Tokens tokens;

  @BeforeEach
  void count() {
    if (tables.count("daily_summary where territory = 'seen-village'") == 0) {
      send(
          territory("seen-region", null),
          territory("seen-district", "seen-region"),
          territory("seen-village", "seen-district"),
          territory("seen-other", "seen-region"));
      Await.until(() -> tables.count("territory where code like 'seen-%'") == 4);
      for (int i = 0; i < 5; i++) {
        SampleRequest request = request("seen-district", "2026-04-02T08:00:00Z", "food");
        send(request.submitted(), request.routed("a1", Duration.ofHours(1)));
      }
      SampleRequest only = request("seen-village", "2026-04-02T08:00:00Z", "food");
      send(only.submitted(), only.routed("a1", Duration.ofHours(1)));
      send(request("seen-other", "2026-04-02T08:00:00Z", "food").submitted());
      await(
          TOTALS + "&need=food",
          it ->
              it.getList("items.of")
                      .containsAll(List.of("seen-district", "seen-other", "seen-village"))
                  && it.getInt("items.find { it.of == 'seen-district' }.routed") == 5
                  && it.getInt("items.find { it.of == 'seen-village' }.routed") == 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "seen-district, seen-district seen-village",
    "seen-village, seen-village",
    "seen-region, seen-district seen-other seen-village",
    "nowhere, ''"
  })
  void shouldShowACoordinatorTheTerritoryAndAllBelowIt(String territory, String seen) {
    String token = tokens.of("coordinator", Map.of("sub", "c", "territory", territory));
    List<String> expected = seen.isEmpty() ? List.of() : List.of(seen.split(" "));

    assertThat(get(token, ROWS).getList("items.territory", String.class).stream().distinct())
        .containsExactlyElementsOf(expected);
    assertThat(get(token, TOTALS).getList("items.of")).isEqualTo(expected);
    assertThat(csv(token).lines().skip(1).map(line -> line.split(",")[1]).distinct())
        .containsExactlyElementsOf(expected);
    assertThat(get(token, ROWS + "&territory=seen-other").getList("items"))
        .hasSize(expected.contains("seen-other") ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyst", "administrator"})
  void shouldHideSmallCountsAndTheirDurations(String role) {
    String token = tokens.of(role, Map.of("sub", "a"));

    JsonPath few = get(token, ROWS + "&territory=seen-village");
    JsonPath enough = get(token, ROWS + "&territory=seen-district");
    JsonPath total = get(token, TOTALS + "&territory=seen-village");

    assertThat(few.getList("items.received", Integer.class)).containsExactly(null, 0);
    assertThat(few.getList("items.routed", Integer.class)).containsExactly(0, null);
    assertThat(few.getMap("items[1]")).doesNotContainKeys("routed", "toDecision", "openAtEnd");
    assertThat(enough.getList("items.routed")).containsExactly(0, 5);
    assertThat(enough.getMap("items[1].toDecision")).isNotNull();
    assertThat(enough.getMap("items[1]")).doesNotContainKeys("revision", "revisedAt");
    assertThat(total.getMap("items[0]")).doesNotContainKeys("requests", "received", "routed");
    assertThat(csv(token).lines().filter(line -> line.contains("seen-village")))
        .anySatisfy(line -> assertThat(line).contains(",food,,<5,<5,0,").endsWith(","));
  }

  @Test
  void shouldShowSmallCountsToAStatisticianAndToTheCoordinatorOfTheCasesBehindThem() {
    for (String token :
        List.of(
            tokens.of("statistician", Map.of("sub", "s")),
            tokens.of("coordinator", Map.of("sub", "c", "territory", "seen-district")))) {
      assertThat(get(token, ROWS + "&territory=seen-village").getList("items.routed"))
          .containsExactly(0, 1);
      assertThat(get(token, ROWS).getMap("items[0]")).containsKeys("revision", "revisedAt");
      assertThat(csv(token)).doesNotContain("<5");
    }
  }

  @Test
  void shouldRefuseACoordinatorWithoutATerritory() {
    assertThat(status(tokens.of("coordinator", Map.of("sub", "c")), ROWS)).isEqualTo(403);
  }

  @Test
  void shouldShowACoordinatorOwnRowsWithoutAnyCondition() {
    for (String table : List.of("daily_summary", "series")) {
      assertThat(
              rights.rows(
                  "territory:seen-district",
                  "select distinct territory from " + table + " order by 1"))
          .as(table)
          .containsExactly("seen-district", "seen-village");
      assertThat(rights.rows("", "select 1 from " + table)).as(table).isEmpty();
    }
  }

  @Test
  void shouldRefuseTheServiceWhateverIsNotItsOwn() {
    assertThat(rights.refusals("daily_summary").values()).containsOnly(ServiceRights.REFUSED);
  }

  private static JsonPath get(String token, String path) {
    return given().header("Authorization", "Bearer " + token).get(path).jsonPath();
  }

  private static int status(String token, String path) {
    return given().header("Authorization", "Bearer " + token).get(path).statusCode();
  }

  private static String csv(String token) {
    return given()
        .header("Authorization", "Bearer " + token)
        .accept("text/csv")
        .get(ROWS)
        .asString();
  }

  private static TerritoryPublished territory(String code, @Nullable String parent) {
    return new TerritoryPublished(code, code, "district", parent, "Europe/Samara", AT, 1L, null);
  }
}
