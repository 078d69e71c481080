package org.okno.routing.hsds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.okno.routing.directory.CurrentDirectory;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;

/** The import in the form of HSDS and the standard's API, on real tables. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "routing"))
@SuppressWarnings("NullAway.Init") // the engines are injected
class HsdsIT {
  private static final String EXAMPLE = "ac148810-d857-441c-9679-408f346de14b";
  private static final String DISTRICT = "02701302";

  @Inject CurrentDirectory directory;
  Tables tables;

  @Test
  void shouldServeTheStandardsExamplesBackValidAgainstItsSchemas() throws Exception {
    JsonNode service = SharedHsds.example("service_full");
    // The standard's location has other values alone than in its service: it comes first.
    importedTwice("location", "location");
    importedTwice("taxonomy", "taxonomy");
    importedTwice("taxonomy-term", "taxonomy_term");
    for (String kind : List.of("service", "organization", "service_at_location")) {
      importedTwice(kind.replace('_', '-'), kind + "_full");
      importedTwice(kind.replace('_', '-'), kind + "_list");
    }

    assertThat(read("/hsds/services/" + EXAMPLE)).isEqualTo(service);
    assertValid("service", "services", EXAMPLE);
    assertValid("organization", "organizations", service.path("organization").path("id").asText());
    assertValid(
        "service_at_location",
        "service_at_locations",
        service.path("service_at_locations").path(0).path("id").asText());
    JsonNode term = service.path("attributes").path(0).path("taxonomy_term");
    assertValid("taxonomy_term", "taxonomy_terms", term.path("id").asText());
    assertValid("taxonomy", "taxonomies", term.path("taxonomy_detail").path("id").asText());
  }

  @Test
  void shouldRouteByAServiceThatNamesANeedInATerritory() {
    String document = HsdsFixture.service("food", DISTRICT, "").toString();
    put("?dryRun=true", document)
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("changed", equalTo(5))
        .body("agencies", equalTo(1))
        .body("offers", equalTo(1));
    given().get("/hsds/services/" + HsdsFixture.SERVICE).then().statusCode(404);

    put("", document).statusCode(200).body("changed", equalTo(5)).body("offers", equalTo(1));
    long events = published();
    put("", document)
        .body("changed", equalTo(0))
        .body("agencies", equalTo(0))
        .body("offers", equalTo(0));

    assertThat(published()).isEqualTo(events);
    assertThat(directory.snapshot().offers("food", DISTRICT))
        .anyMatch(service -> service.id().equals(HsdsFixture.SERVICE));
    filtered("taxonomy_term_id=" + HsdsFixture.TERM).body("total_items", equalTo(1));
    filtered("organization_id=" + HsdsFixture.ORGANIZATION + "&full=true")
        .body("contents[0].service_at_locations[0].location.id", equalTo(HsdsFixture.LOCATION));
    filtered("organization_id=" + EXAMPLE).body("empty", equalTo(true));
    filtered("search=fOO&modified_after=2026-01-01")
        .body("contents.id", hasItem(HsdsFixture.SERVICE));
    filtered("modified_after=2999-01-01T00:00:00Z&organization_id=" + HsdsFixture.ORGANIZATION)
        .body("total_pages", equalTo(0));
    given()
        .get("/hsds/service_at_locations?taxonomy_term_id=" + HsdsFixture.TERM)
        .then()
        .body("contents.id", equalTo(List.of(HsdsFixture.AT_LOCATION)));

    String without = "{\"organizations\":[{\"id\":\"%s\"}]}".formatted(HsdsFixture.ORGANIZATION);
    put("?complete=true", without).body("removed", equalTo(1)).body("offers", equalTo(1));
    put("?complete=true", without).body("removed", equalTo(0)).body("offers", equalTo(0));
    assertThat(directory.snapshot().offers("food", DISTRICT))
        .noneMatch(service -> service.id().equals(HsdsFixture.SERVICE));
    given().get("/hsds/services/" + HsdsFixture.SERVICE).then().statusCode(404);
  }

  @Test
  void shouldRefuseADirectoryWithHolesAndLeaveEverythingAsItIs() {
    String holes =
        """
        {"services": [{"id": "aaaaaaaa-0000-4000-8000-000000000001", "name": "A", "status": "active",
          "organization_id": "aaaaaaaa-0000-4000-8000-000000000002",
          "service_areas": [{"id": "aaaaaaaa-0000-4000-8000-000000000003", "extent": "027013021",
            "extent_type": "oktmo"}]}]}
        """;
    put("", holes)
        .statusCode(400)
        .contentType("application/problem+json")
        .body(
            "errors.pointer",
            hasItems("/services/0/organization_id", "/services/0/service_areas/0/extent"));
    put("?dryRun=true", holes)
        .statusCode(200)
        .body("findings.severity", hasItem("error"))
        .body("findings", hasSize(2));
    given()
        .get("/hsds/services/aaaaaaaa-0000-4000-8000-000000000001")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    put("?of=house", "{}").statusCode(400);
    put("", "[1]").statusCode(400);
    put("?of=service", "{\"id\": \"\\u0000\"}").statusCode(400);
    given().get("/hsds/services?page=0").then().statusCode(400);
    given().get("/hsds/services?modified_after=yesterday").then().statusCode(400);
    given().get("/hsds/services?postcode=1").then().statusCode(400);
    given().get("/hsds/taxonomy_terms?top_only=true&page=9999").then().body("empty", equalTo(true));
    given()
        .get("/hsds")
        .then()
        .statusCode(200)
        .body("version", equalTo("3.0"))
        .body("errors", nullValue());
  }

  private static void assertValid(String kind, String list, String id)
      throws JsonProcessingException {
    assertThat(SharedHsds.schema(kind).validate(read("/hsds/" + list + "/" + id))).isEmpty();
    JsonNode page = read("/hsds/" + list + "?per_page=100");
    assertThat(page.path("contents").isEmpty()).isFalse();
    for (JsonNode one : page.path("contents")) {
      assertThat(SharedHsds.schema(kind).validate(one)).isEmpty();
    }
    assertThat(page.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(() -> SharedHsds.example(kind + "_list").fieldNames());
  }

  private static ObjectNode read(String path) throws JsonProcessingException {
    return (ObjectNode)
        new JsonMapper().readTree(given().get(path).then().statusCode(200).extract().asString());
  }

  private static void importedTwice(String of, String example) {
    String document = SharedHsds.example(example).toString();
    put("?of=" + of, document).statusCode(200);
    put("?of=" + of, document).statusCode(200).body("changed", equalTo(0));
  }

  private static ValidatableResponse filtered(String query) {
    return given().get("/hsds/services?" + query).then().statusCode(200);
  }

  private static ValidatableResponse put(String query, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .put("/v1/directory/hsds" + query)
        .then()
        .log()
        .ifValidationFails();
  }

  private long published() {
    return tables.count("journal where topic = 'okno.directory'");
  }
}
