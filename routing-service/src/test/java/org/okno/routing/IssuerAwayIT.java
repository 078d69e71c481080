package org.okno.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.okno.testkit.Await;
import org.okno.testkit.ServiceEngines;

/** A service that started while its issuer was away. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "routing"))
@TestProfile(IssuerAwayIT.NoIssuer.class)
class IssuerAwayIT {

  /** Nobody listens there. */
  public static class NoIssuer implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:9");
    }
  }

  @Test
  void shouldSayThatItCannotTellWhoCalls() {
    Response response = given().get("/v1/triage");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.header("Retry-After")).isNotBlank();
  }

  @Test
  void shouldBecomeReadyAndRefuseWhoeverHasNoToken() {
    Await.until(
        () -> given().header("Authorization", "").get("/q/health/ready").statusCode() == 200);
    assertThat(given().header("Authorization", "").get("/v1/triage").statusCode()).isEqualTo(401);
  }
}
