package org.okno.intake.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;
import org.okno.intake.Intake;
import org.okno.intake.Questionnaires;
import org.okno.testkit.EventTopics;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.ServiceRights;
import org.okno.testkit.Tables;

/** PostgreSQL shows a caller no foreign request, whatever the statement says. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@SuppressWarnings("NullAway.Init") // the engines are injected
class RowBarrierIT {
  private final ServiceRights rights = new ServiceRights("intake");
  EventTopics topics;
  Tables tables;
  @Inject RequestRepository requests;
  @Inject CurrentCaller current;

  private String own = "";
  private String foreign = "";

  @BeforeEach
  void acceptRequests() {
    Intake.publishDirectory(topics);
    own = post("web", "barrier-own");
    foreign = post("hotline", "barrier-foreign");
    for (String request : new String[] {own, foreign}) {
      tables.execute(
          "insert into tracked_need (request_id, need_id, need, status, since) values ('%s', '%<s', 'food', 'in-triage', now()) on conflict do nothing"
              .formatted(request));
    }
  }

  @Test
  void shouldShowAChannelOwnRowsOfEachTableWithoutAnyCondition() {
    assertThat(rights.rows("channel:web", "select distinct channel from request"))
        .containsExactly("web");
    assertThat(rights.rows("channel:web", "select request_id::text from tracked_need"))
        .contains(own)
        .doesNotContain(foreign);
  }

  @Test
  void shouldShowAnAgencyRequestsInWhichItHasANeed() {
    tables.execute(
        "update tracked_need set agency_id = 'barrier:2' where request_id = '%s'".formatted(own));

    assertThat(rights.rows("agency:barrier:2", "select id::text from request"))
        .containsExactly(own);
    assertThat(rights.rows("agency:barrier:2", "select request_id::text from tracked_need"))
        .containsExactly(own);
    assertThat(rights.rows("agency:barrier:2", "select 1 from access_entry")).isEmpty();
    assertThat(rights.rows("agency:barrier", "select 1 from request")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "all", "agency:nobody", "territory:02701301", "channel:", "channel:x"})
  void shouldShowNothingToASessionThatIsLimitedToNothing(String rows) {
    for (String table : new String[] {"request", "tracked_need"}) {
      assertThat(rights.rows(rows, "select 1 from " + table)).as(table).isEmpty();
    }
    if (!rows.startsWith("channel")) {
      assertThat(rights.rows(rows, "select 1 from person")).isEmpty();
    }
  }

  @Test
  void shouldRefuseTheServiceWhateverIsNotItsOwn() {
    assertThat(rights.refusals("request").values()).containsOnly(ServiceRights.REFUSED);
  }

  @Test
  @ActivateRequestContext
  void shouldCatchAStatementThatLacksItsCondition() {
    current.set(new Rows.OfChannel("web"));

    assertThat(requests.find(UUID.fromString(own), new Rows.All())).isPresent();
    assertThat(requests.find(UUID.fromString(foreign), new Rows.All())).isEmpty();
  }

  private static String post(String channel, String externalId) {
    return Intake.post(
            Questionnaires.valid(externalId)
                .replace("\"channel\": \"hotline\"", "\"channel\": \"" + channel + "\""))
        .path("requestId");
  }
}
