package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.okno.journeys.RunningStack.Region;
import org.okno.local.client.Caller;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;
import org.okno.local.demo.DemoDay;

@ExtendWith(RunningStack.class)
class DayIT {

  @Test
  void shouldPlayADayWhoseNumbersAgreeWithTheLists(Region region) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    boolean asExpected =
        new DemoDay(
                region.services(),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Clock.systemUTC(),
                11)
            .play(140);
    String report = printed.toString(StandardCharsets.UTF_8);
    assertThat(asExpected).as("%s", report).isTrue();
    assertThat(report)
        .contains(
            "Requests by channel", "Assignments and their reasons", "The day's summary", "Links");
  }

  @Test
  void shouldKeepNamesAndPhonesOutOfEveryFileOfTheEngines(Region region) throws Exception {
    Map<String, Object> body = new Requests(region.services()).valid("sealed-1");
    body.put("applicant", Map.of("name", "Тайнова Скрытна Незримовна", "phone", "+79275554433"));
    Reply accepted = region.as(Requests.ADAPTER).post("intake", "/v1/requests", body);
    assertThat(accepted.status()).isEqualTo(201);
    Await.until(
        () ->
            region
                .as(Caller.OPERATOR)
                .get("case", "/v1/cases/" + accepted.text("requestId"))
                .isOk());

    Traces traces =
        Traces.of(List.of("Тайнова", "Незримовна", "9275554433", "Выдумкин", "Небылицын"));
    assertThat(traces.in(region.data())).isEmpty();
    assertThat(traces.inTopics(region.stack().broker().administrator())).isEmpty();
  }

  @Test
  void shouldShowAnErasedPersonAsErasedEverywhere(Region region) throws Exception {
    Map<String, Object> body = new Requests(region.services()).valid("erased-1");
    body.put("applicant", Map.of("name", "Забытова Нина", "phone", "+79275550001"));
    Services officer = region.as(Caller.PROTECTION_OFFICER);
    String requestId =
        region.as(Requests.ADAPTER).post("intake", "/v1/requests", body).text("requestId");
    String view = "/v1/cases/" + requestId;
    Await.until(() -> officer.get("case", view).isOk());
    JsonNode before = officer.get("case", view).body();
    assertThat(before.at("/applicant/state").asText()).isEqualTo("sealed");

    String person = before.at("/applicant/personId").asText();
    assertThat(officer.delete("intake", "/v1/persons/" + person).status()).isEqualTo(204);

    Await.until(
        () -> officer.get("case", view).body().at("/applicant/state").asText().equals("erased"));
    assertThat(officer.get("case", view).body().at("/beneficiary/state").asText())
        .isEqualTo("erased");
    JsonNode opened =
        officer
            .post(
                "intake",
                "/v1/requests/" + requestId + "/personal-data/openings",
                Map.of("purpose", "erasure-request"))
            .body();
    assertThat(opened.toString())
        .contains("erased")
        .doesNotContain("Забытова")
        .doesNotContain("5550001");
  }
}
