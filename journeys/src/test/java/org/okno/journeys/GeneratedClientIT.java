package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.okno.client.cases.api.CasesApi;
import org.okno.client.cases.api.NeedsApi;
import org.okno.client.cases.model.Need;
import org.okno.client.intake.ApiException;
import org.okno.client.intake.api.RequestsApi;
import org.okno.client.intake.model.AcceptedRequest;
import org.okno.client.intake.model.Questionnaire;
import org.okno.client.intake.model.QuestionnaireApplicant;
import org.okno.client.intake.model.QuestionnaireNeed;
import org.okno.engines.stack.Part;
import org.okno.journeys.RunningStack.Region;
import org.okno.local.client.Caller;

/** The OpenAPI documents are enough: clients that a generator made of them do the work. */
@ExtendWith(RunningStack.class)
class GeneratedClientIT {

  @Test
  void shouldPostARequestAndAcceptItsNeed(Region region) throws Exception {
    RequestsApi requests = new RequestsApi(intake(region));
    CasesApi cases = new CasesApi(cases(region, Caller.OPERATOR));

    AcceptedRequest accepted = requests.postRequest(questionnaire(region), "en", null);
    Need need = cases.getCase(accepted.getRequestId(), "en", "wait=30").getNeeds().getFirst();
    assertThat(need.getStatus()).isEqualTo(Need.StatusEnum.ASSIGNED);
    Caller specialist = Caller.specialist(need.getAgency().getId());
    NeedsApi needs = new NeedsApi(cases(region, specialist));
    Need after =
        needs.acceptNeed(
            need.getNeedId(),
            accepted.getRequestId(),
            "\"" + need.getVersion() + "\"",
            java.util.Map.of(),
            "en");

    assertThat(after.getStatus()).isEqualTo(Need.StatusEnum.ACCEPTED);
    assertThat(requests.getRequest(accepted.getRequestId()).getTrackingNumber())
        .isEqualTo(accepted.getTrackingNumber());
  }

  @Test
  void shouldNameTheFieldOfABadRequest(Region region) {
    Questionnaire bad = questionnaire(region).territory("00000000");

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> new RequestsApi(intake(region)).postRequest(bad, "en", null))
        .isInstanceOfSatisfying(
            ApiException.class,
            problem -> {
              assertThat(problem.getCode()).isEqualTo(400);
              assertThat(problem.getResponseBody()).contains("/territory");
            });
  }

  /** With a territory and a need that exactly one agency serves. */
  private static Questionnaire questionnaire(Region region) {
    JsonNode service =
        region.as(Requests.ADAPTER).list("routing", "/v1/directory/services").stream()
            .filter(one -> one.path("serviceAreas").size() > 0 && one.path("needs").size() > 0)
            .filter(one -> isOnlyOne(region, one))
            .findFirst()
            .orElseThrow();
    return new Questionnaire()
        .channel("hotline")
        .externalId("generated-" + java.util.UUID.randomUUID())
        .territory(service.at("/serviceAreas/0").asText())
        .applicant(new QuestionnaireApplicant().name("Выдумкина Ада").phone("+79270000001"))
        .needs(List.of(new QuestionnaireNeed().need(service.at("/needs/0").asText())))
        .text("Нужна помощь, подробности по телефону.")
        .consent(true);
  }

  private static boolean isOnlyOne(Region region, JsonNode service) {
    return region.as(Requests.ADAPTER).list("routing", "/v1/directory/services").stream()
            .filter(
                other ->
                    has(other.path("serviceAreas"), service.at("/serviceAreas/0"))
                        && has(other.path("needs"), service.at("/needs/0")))
            .count()
        == 1;
  }

  private static boolean has(JsonNode values, JsonNode wanted) {
    for (JsonNode value : values) {
      if (value.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static Consumer<HttpRequest.Builder> signIn(String token) {
    return request -> request.header("Authorization", "Bearer " + token);
  }

  private static org.okno.client.intake.ApiClient intake(Region region) {
    var client = new org.okno.client.intake.ApiClient();
    client.updateBaseUri(region.stack().settings().url(Part.INTAKE).toString());
    client.setRequestInterceptor(signIn(region.token(Requests.ADAPTER)));
    return client;
  }

  private static org.okno.client.cases.ApiClient cases(Region region, Caller caller) {
    var client = new org.okno.client.cases.ApiClient();
    client.updateBaseUri(region.stack().settings().url(Part.CASE).toString());
    client.setRequestInterceptor(signIn(region.token(caller)));
    return client;
  }
}
