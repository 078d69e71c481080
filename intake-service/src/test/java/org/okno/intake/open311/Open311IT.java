package org.okno.intake.open311;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.intake.Intake;
import org.okno.testkit.EventTopics;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;

/**
 * GeoReport as other cities' software uses it, and how a request without a territory gets one: the
 * region of the directory has one district, whose square is 54–55° N, 48–49° E.
 */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@SuppressWarnings("NullAway.Init") // the engines are injected
class Open311IT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BASE = "/open311/v2/";
  private static final String SQUARE =
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"code": "02701301"},
       "geometry": {"type": "Polygon", "coordinates": [[[48,54],[49,54],[49,55],[48,55],[48,54]]]}}]}
      """;
  private static final String STREETS =
      """
      territory,street,from,to,side
      02701301,улица Примерная,1,99,both
      """;

  EventTopics topics;
  Tables tables;

  private String key = "";

  @BeforeEach
  void prepare() {
    Intake.publishDirectory(topics);
    key = key("open311");
    assertThat(put("boundaries", "application/json", SQUARE).<Integer>path("rows")).isEqualTo(1);
    assertThat(put("streets", "text/csv", STREETS).<Integer>path("rows")).isEqualTo(1);
  }

  // --- Discovery, services, definitions

  @Test
  void shouldDescribeItselfAsItsSchemasSay() throws IOException {
    assertThat(errors("discovery", nobody().get("/open311/discovery.json"))).isEmpty();
    assertThat(errors("services", nobody().get(BASE + "services.json"))).isEmpty();
    assertThat(errors("service_definition", nobody().get(BASE + "services/food.json"))).isEmpty();
  }

  @Test
  void shouldWriteTheSameInXml() {
    Response services = nobody().header("Accept-Language", "en").get(BASE + "services.xml");

    assertThat(services.contentType()).isEqualToIgnoringCase("text/xml;charset=utf-8");
    assertThat(services.asString())
        .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><services>");
    assertThat(services.xmlPath().getList("services.service.service_code")).contains("food");
    Response definition = nobody().get(BASE + "services/food.xml");
    assertThat(definition.xmlPath().getList("service_definition.attributes.attribute.code"))
        .containsExactly("consent", "situation", "target_group");
    assertThat(
            nobody()
                .get("/open311/discovery.xml")
                .xmlPath()
                .getString("discovery.endpoints.endpoint.specification"))
        .isEqualTo("http://wiki.open311.org/GeoReport_v2");
  }

  // --- Requests

  @Test
  void shouldAcceptARequestOnceAndLeadItToItsDistrict() throws IOException {
    RequestSpecification form =
        form("lat", "54.531749", "long", "48.5", "first_name", "Анна", "phone", "+79270000000");
    String text = "Words " + UUID.randomUUID();
    form.formParam("description", text)
        .formParam("attribute[consent]", "true")
        .formParam("attribute[target_group][]", "disability");

    Response created = form.post(BASE + "requests.json");

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(errors("created", created)).isEmpty();
    String number = created.path("[0].service_request_id");
    assertThat(form.post(BASE + "requests.json").<String>path("[0].service_request_id"))
        .isEqualTo(number);
    String payload = payload(number);
    assertThat(payload)
        .contains("\"code\":\"02701301\"")
        .contains("\"channel-key:")
        .doesNotContain("territoryCandidates")
        .doesNotContain(text)
        .doesNotContain("531749");
    Response one = nobody().get(BASE + "requests/" + number + ".json");
    assertThat(errors("requests", one)).isEmpty();
    assertThat(one.asString()).doesNotContain(text).doesNotContain("531749").doesNotContain("7927");
    assertThat(one.<String>path("[0].status")).isEqualTo("open");
    assertThat(nobody().get(BASE + "tokens/" + number + ".json").<String>path("[0].token"))
        .isEqualTo(number);
  }

  @Test
  void shouldListOnlyTheChannelsOwnRequestsAndOnlyWithAKey() throws IOException {
    String number = create("address_string", "ул. Примерная, 5");
    Response list = nobody().get(BASE + "requests.json?service_code=food&api_key=" + key);

    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(errors("requests", list)).isEmpty();
    assertThat(list.<List<String>>path("service_request_id")).contains(number);
    assertThat(status("requests.json")).isEqualTo("403 403");
    assertThat(status("requests.json?api_key=" + key("web"))).isEqualTo("403 403");
    assertThat(status("servicerequestupdates.json")).isEqualTo("403 403");
    assertThat(
            nobody()
                .get(BASE + "requests.json?status=closed&api_key=" + key)
                .<List<String>>path("service_request_id"))
        .doesNotContain(number);
  }

  @Test
  void shouldTellUpdatesOfNeeds() {
    String number = create("address_string", "ул. Примерная, 7");
    String id =
        tables.strings("select id::text from request where tracking_number = ?", number).getFirst();
    Intake.assign(topics, id, "own");

    Response updates =
        nobody()
            .get(
                BASE
                    + "servicerequestupdates.xml?start_date=2026-01-01T00:00:00Z"
                    + "&end_date=2026-01-02T00:00:00Z&api_key="
                    + key);

    assertThat(
            updates.xmlPath().getList("service_request_updates.request_update.service_request_id"))
        .contains(number);
    assertThat(
            nobody()
                .get(BASE + "requests/" + number + ".json")
                .<String>path("[0].agency_responsible"))
        .isEqualTo("Agency");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          service_code=nothing&lat=1&long=1             | 404 404
          lat=1&long=1                                  | 400 400
          service_code=food                             | 400 400
          service_code=food&lat=91&long=1               | 400 400
          service_code=food&lat=54&long=x               | 400 400
          service_code=food&lat=1&long=1&phone=abc      | 400 400
          service_code=food&lat=1&long=1&attribute[x]=1 | 400 400
          service_code=food&service_code=food           | 400 400
          service_code=%ff                              | 400 400
          service_code=food&lat=1&long=1&attribute[target_group][]=nobody | 400 400
          """)
  void shouldSayWhatIsWrongInGeoReportsOwnForm(String body, String expected) throws IOException {
    Response refused = post(ServiceRequestForm.MEDIA_TYPE, body + "&api_key=" + key);

    assertThat(refused.statusCode() + " " + refused.path("[0].code")).isEqualTo(expected);
    assertThat(errors("errors", refused)).isEmpty();
  }

  @Test
  void shouldNotParseXmlThatIsSent() {
    String hostile =
        "<!DOCTYPE a [<!ENTITY b SYSTEM"
            + " \"file:///etc/passwd\">]><service_requests>&b;</service_requests>";

    Response refused = post("text/xml", hostile);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.asString()).doesNotContain("root:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services.pdf",
        "services/nothing.json",
        "requests/7K3M-90QX-4T.json",
        "tokens/x.json"
      })
  void shouldAnswer404InGeoReportsOwnForm(String path) {
    assertThat(nobody().get(BASE + path).asString()).contains("404");
    assertThat(nobody().get(BASE + path).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldRefuseAnUnknownKeyAndAnUnknownParameter() {
    assertThat(post(ServiceRequestForm.MEDIA_TYPE, "service_code=food&api_key=x").statusCode())
        .isEqualTo(403);
    Response unknown = nobody().get(BASE + "services.xml?colour=red");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.xmlPath().getInt("errors.error.code")).isEqualTo(400);
    assertThat(nobody().get(BASE + "requests.xml?start_date=x&api_key=" + key).statusCode())
        .isEqualTo(400);
  }

  @Test
  void shouldServeTheClientOfNpm() throws IOException, InterruptedException {
    NodeClient.install();

    String output =
        NodeClient.output(
            """
            const Open311 = require('open311');
            const client = new Open311({endpoint: '%s', apiKey: '%s', format: 'json'});
            client.serviceList((e1, services) => client.serviceDefinition('food', (e2, definition) =>
              client.submitRequest({service_code: 'food', address_string: 'улица Примерная, 9',
                  description: 'Help', attributes: {consent: 'true'}}, (e3, created) =>
                client.serviceRequest(created[0].service_request_id, (e4, found) =>
                  console.log([e1, e2, e3, e4].some(e => e), services.length > 1,
                    definition.attributes.length, created[0].service_request_id, found[0].status)))));
            """
                .formatted("http://127.0.0.1:" + RestAssured.port + BASE, key));

    assertThat(output).matches("false true 3 [0-9A-Z-]{12} open");
  }

  // --- Territories

  @Test
  void shouldLeaveARequestOpenWhoseTerritoryIsNotClear() {
    String number = create("address_string", "проспект, которого нет, 5");

    assertThat(payload(number))
        .contains("\"code\":\"02000000\"")
        .contains("\"territoryCandidates\":[]")
        .doesNotContain("которого");
  }

  @Test
  void shouldSearchTerritories() {
    Response found = search("{\"lat\": 54.0001, \"lon\": 48.5, \"address\": \"Примерная ул. 5\"}");

    assertThat(found.<String>path("territory")).isEqualTo("02701301");
    assertThat(found.<Boolean>path("nearBorder")).isTrue();
    assertThat(found.<Integer>path("candidates[0].borderMetres")).isBetween(10, 12);
    assertThat(search("{\"address\": \"нигде\"}").<List<Object>>path("candidates")).isEmpty();
    assertThat(Intake.pointers(search("{\"lat\": 91}"))).containsExactly("/lon", "/lat");
    assertThat(Intake.pointers(search("{}"))).containsExactly("");
  }

  @Test
  void shouldImportTerritoryDataWholeOrNotAtAll() {
    Response refused =
        given()
            .contentType("text/csv")
            .body("territory,street\n02701301,улица Новая\n1,улица\n".getBytes(UTF_8))
            .put("/v1/territories/streets");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Intake.pointers(refused)).containsExactly("/2/territory");
    assertThat(search("{\"address\": \"улица Новая, 1\"}").<List<Object>>path("candidates"))
        .isEmpty();
    assertThat(put("names", "text/csv", "name,territory\nЗаимка,02701301\n").statusCode())
        .isEqualTo(200);
    assertThat(search("{\"address\": \"р-н Заимка\"}").<String>path("territory"))
        .isEqualTo("02701301");
  }

  private static Response search(String body) {
    return given()
        .contentType("application/json")
        .body(body.getBytes(UTF_8))
        .post("/v1/territories/search");
  }

  private static Response put(String list, String mediaType, String body) {
    return given().contentType(mediaType).body(body.getBytes(UTF_8)).put("/v1/territories/" + list);
  }

  // --- Requests of this test

  private static RequestSpecification nobody() {
    return given().urlEncodingEnabled(false).header("Authorization", "");
  }

  private static String key(String channel) {
    return given()
        .contentType("application/json")
        .body("{}")
        .post("/v1/channels/" + channel + "/keys")
        .path("key");
  }

  private RequestSpecification form(String... fields) {
    RequestSpecification form =
        given()
            .header("Authorization", "")
            .contentType(ServiceRequestForm.MEDIA_TYPE + "; charset=utf-8")
            .formParam("api_key", key)
            .formParam("service_code", "food");
    for (int i = 0; i < fields.length; i += 2) {
      form.formParam(fields[i], fields[i + 1]);
    }
    return form;
  }

  private String create(String... fields) {
    return form(fields)
        .formParam("description", UUID.randomUUID().toString())
        .post(BASE + "requests.json")
        .path("[0].service_request_id");
  }

  private static Response post(String mediaType, String body) {
    return nobody().contentType(mediaType).body(body).post(BASE + "requests.json");
  }

  private static String status(String path) {
    Response response = nobody().get(BASE + path);
    return response.statusCode() + " " + response.path("[0].code");
  }

  private String payload(String number) {
    return tables
        .strings(
            "select payload from journal where event_key ="
                + " (select id::text from request where tracking_number = ?)",
            number)
        .getFirst();
  }

  /** How a document differs from the schema of this name; empty where it does not. */
  private static List<String> errors(String name, Response response) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(Open311IT.class.getResourceAsStream("/open311/schemas.json"))) {
      ObjectNode schema = (ObjectNode) JSON.readTree(file);
      schema.put("$ref", "#/$defs/" + name);
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(schema)
          .validate(JSON.readTree(response.asString()))
          .stream()
          .map(Object::toString)
          .toList();
    }
  }
}
