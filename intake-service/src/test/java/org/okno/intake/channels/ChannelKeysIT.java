package org.okno.intake.channels;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.intake.Intake;
import org.okno.intake.Questionnaires;
import org.okno.testkit.EventTopics;
import org.okno.testkit.Refusals;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;

/** The keys of channels: whoever has one is the channel, until it is revoked or expires. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@SuppressWarnings("NullAway.Init") // the engines are injected
class ChannelKeysIT {
  private static final String KEYS = "/v1/channels/web/keys";

  EventTopics topics;
  Tables tables;

  @BeforeEach
  void publishDirectory() {
    Intake.publishDirectory(topics);
  }

  @Test
  void shouldLetWhoeverHasAKeyPostAndReadAsItsChannel() {
    JsonPath key = create("{}");

    Response accepted = post(key, "web");

    assertThat(accepted.statusCode()).isEqualTo(201);
    assertThat(post(key, "hotline").statusCode()).isEqualTo(403);
    assertThat(by(key).get("/v1/requests").<List<String>>path("items.channel")).containsOnly("web");
    assertThat(by(key).get("/v1/accepted?from=2026-03-01&to=2026-03-02").statusCode())
        .isEqualTo(403);
    assertThat(
            tables.strings(
                "select payload from journal where event_key = ?",
                accepted.<String>path("requestId")))
        .singleElement()
        .asString()
        .contains("\"subject\":\"channel-key:" + key.getString("id") + "\",\"role\":\"channel\"");
  }

  @Test
  void shouldListKeysWithTheirLastDayAndNeverTheKey() {
    JsonPath key = create("{\"expiresAt\": \"2099-01-01T00:00:00Z\"}");
    post(key, "web");

    Response listed = given().get(KEYS);

    String one = "items.find { it.id == '%s' }".formatted(key.getString("id"));
    assertThat(listed.<String>path(one + ".expiresAt")).isEqualTo("2099-01-01T00:00:00.000Z");
    assertThat(listed.<String>path(one + ".lastUsedOn"))
        .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
    assertThat(listed.asString()).doesNotContain(secret(key));
    assertThat(tables.strings("select k::text from channel_key k").toString())
        .doesNotContain(secret(key));
  }

  @Test
  void shouldHaveTwoKeysAtATimeUntilTheFormerIsRevoked() {
    JsonPath former = create("{}");
    JsonPath next = create("{}");
    assertThat(List.of(post(former, "web").statusCode(), post(next, "web").statusCode()))
        .containsOnly(201);

    assertThat(given().delete(KEYS + "/" + former.getString("id")).statusCode()).isEqualTo(204);

    assertThat(refusal(former.getString("key"))).isEqualTo(Refusals.EXPECTED);
    assertThat(post(next, "web").statusCode()).isEqualTo(201);
    assertThat(given().delete(KEYS + "/" + former.getString("id")).statusCode()).isEqualTo(404);
    assertThat(given().delete("/v1/channels/hotline/keys/" + next.getString("id")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void shouldRefuseAKeyThatExpired() {
    JsonPath key = create("{\"expiresAt\": \"2099-01-01T00:00:00Z\"}");
    tables.strings(
        "with one as (update channel_key set expires_at = now() where id = ? returning id) select id from one",
        key.getString("id"));

    assertThat(refusal(key.getString("key"))).isEqualTo(Refusals.EXPECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "okno_0123456789abcdef_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "okno_0123456789abcdef_"
      })
  void shouldRefuseWhatIsNoKeyAlsoBesideAValidToken(String header) {
    assertThat(refusal(header)).isEqualTo(Refusals.EXPECTED);
  }

  @Test
  void shouldRefuseAnotherSecretWithAKnownId() {
    JsonPath key = create("{}");
    post(key, "web");

    assertThat(refusal("okno_" + key.getString("id") + "_" + "A".repeat(43)))
        .isEqualTo(Refusals.EXPECTED);
  }

  @Test
  void shouldSayWhatIsWrongWithANewKey() {
    assertThat(send("/v1/channels/nobody/keys", "{}").statusCode()).isEqualTo(404);
    assertThat(given().get("/v1/channels/nobody/keys").statusCode()).isEqualTo(404);
    assertThat(
            send(KEYS, "{\"expiresAt\": \"2020-01-01T00:00:00Z\"}")
                .<List<String>>path("errors.pointer"))
        .containsExactly("/expiresAt");
  }

  private static JsonPath create(String body) {
    Response created = send(KEYS, body);
    assertThat(created.statusCode()).isEqualTo(201);
    return created.jsonPath();
  }

  private static Response send(String path, String body) {
    return given().contentType("application/json").body(body).post(path);
  }

  private static RequestSpecification by(JsonPath key) {
    return given().header("Authorization", "").header("X-API-Key", key.getString("key"));
  }

  private static Response post(JsonPath key, String channel) {
    return by(key)
        .contentType("application/json")
        .body(
            Questionnaires.valid("key-" + UUID.randomUUID())
                .replace("\"channel\": \"hotline\"", "\"channel\": \"" + channel + "\""))
        .post("/v1/requests");
  }

  /** Of a request that has a valid token too. */
  private static String refusal(String header) {
    Response response = given().header("X-API-Key", header).get("/v1/requests");
    return "%d %s %s"
        .formatted(
            response.statusCode(), response.header("WWW-Authenticate"), response.contentType())
        .replaceFirst(";.*", "");
  }

  private static String secret(JsonPath key) {
    return key.getString("key").substring("okno_".length() + 17);
  }
}
