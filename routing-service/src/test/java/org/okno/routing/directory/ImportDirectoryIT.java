package org.okno.routing.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;

/** The import over HTTP, into real tables. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "routing"))
@SuppressWarnings("NullAway.Init") // the engines are injected
class ImportDirectoryIT {
  private static final String ORGANIZATION =
      "{\"organizations\":[{\"id\":\"%s\",\"name\":\"%s\"}]}";

  @Inject CurrentDirectory current;
  Tables tables;

  @Test
  void shouldListWhatTheSeedBrought() {
    given()
        .get("/v1/directory/agencies?limit=2")
        .then()
        .statusCode(200)
        .header("Link", notNullValue())
        .body("items.size()", equalTo(2));
    given().get("/v1/directory/terms").then().statusCode(200);
    given().get("/v1/directory/services").then().statusCode(200);
    given()
        .get("/v1/directory/territories")
        .then()
        .statusCode(200)
        .body("items.code", hasItems("02000000", "02701302"));
  }

  @Test
  void shouldPublishWhatChangedAndOnlyThat() {
    long before = published("agency/it-new");
    put(ORGANIZATION.formatted("it-new", "One")).statusCode(200).body("organizations", equalTo(1));
    put(ORGANIZATION.formatted("it-new", "One")).statusCode(200).body("organizations", equalTo(0));
    put(ORGANIZATION.formatted("it-new", "Two")).statusCode(200).body("organizations", equalTo(1));

    assertThat(published("agency/it-new") - before).isEqualTo(2);
    assertThat(tables.strings("select payload from journal where event_key = 'agency/it-new'"))
        .last()
        .asString()
        .contains("\"subject\":\"all\",\"role\":\"administrator\"");
    assertThat(current.snapshot().organization("it-new").orElseThrow().name()).isEqualTo("Two");
  }

  @Test
  void shouldSeeWhatAnotherInstanceImported() {
    tables.execute("insert into organization (id, name) values ('elsewhere', 'Elsewhere')");
    tables.execute("update directory_version set version = version + 1");

    current.checkForChanges();

    assertThat(current.snapshot().organization("elsewhere")).isPresent();
  }

  @Test
  void shouldChangeNothingWhenAnEntryIsNotValid() {
    put("{\"organizations\":[{\"id\":\"half\",\"name\":\"Half\"}],\"territories\":[{\"code\":\"x\"}]}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body(
            "errors.pointer",
            hasItems("/territories/0/name", "/territories/0/level", "/territories/0/zone"));

    assertThat(current.fresh().organization("half")).isEmpty();
    put("{\"organizations\":").statusCode(400);
    put(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}).statusCode(400);
  }

  @Test
  void shouldImportALargeDirectory() {
    byte[] document = large();
    assertThat(document.length).isGreaterThan(4_000_000);

    put(document).statusCode(200).body("services", equalTo(3000));

    assertThat(current.snapshot().offers("large-7", "large-3")).hasSize(3000);
  }

  @Test
  void shouldRejectABodyAboveTheLimit() {
    put(new byte[33 * 1024 * 1024]).statusCode(413).contentType("application/problem+json");
  }

  private static byte[] large() {
    JsonMapper json = new JsonMapper();
    ObjectNode document = json.createObjectNode();
    ArrayNode needs = json.createArrayNode();
    ArrayNode areas = json.createArrayNode();
    for (int i = 0; i < 132; i++) {
      needs.add("large-" + i);
      document
          .withArray("terms")
          .addObject()
          .put("axis", "need")
          .put("code", "large-" + i)
          .put("nameRu", "н")
          .put("nameEn", "n");
    }
    for (int i = 0; i < 20; i++) {
      areas.add("large-" + i);
      document
          .withArray("territories")
          .addObject()
          .put("code", "large-" + i)
          .put("name", "т")
          .put("level", "region")
          .put("zone", "Europe/Samara");
    }
    for (int i = 0; i < 300; i++) {
      document.withArray("organizations").addObject().put("id", "large-" + i).put("name", "а");
    }
    for (int i = 0; i < 3000; i++) {
      ObjectNode service = document.withArray("services").addObject();
      service.put("id", "large-" + i).put("organizationId", "large-" + i % 300).put("name", "у");
      service.put("status", "active").put("respondWithinHours", 24).set("needs", needs);
      service.set("serviceAreas", areas);
    }
    // Written with indentation, as people do.
    return document.toPrettyString().getBytes(StandardCharsets.UTF_8);
  }

  // Not Object: RestAssured would send bytes as a JSON text in base64.
  private static ValidatableResponse put(String body) {
    return put(body.getBytes(StandardCharsets.UTF_8));
  }

  private static ValidatableResponse put(byte[] body) {
    return given()
        .contentType("application/json")
        .body(body)
        .put("/v1/directory")
        .then()
        .log()
        .ifValidationFails();
  }

  private long published(String key) {
    return tables.count("journal where topic = 'okno.directory' and event_key = ?", key);
  }
}
