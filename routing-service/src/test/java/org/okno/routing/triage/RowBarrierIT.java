package org.okno.routing.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.okno.contracts.TerritoryRef;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.SampleRequest;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.ServiceRights;
import org.okno.testkit.Tables;

/** PostgreSQL shows a caller no foreign entry, whatever the statement says. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "routing"))
@SuppressWarnings("NullAway.Init") // the engines are injected
class RowBarrierIT {
  /** A district of the demo region, its region, and a district beside it. */
  private static final String DISTRICT = "02701302";

  private static final String REGION = "02000000";
  private static final String NEIGHBOUR = "02703000";
  private static final SampleRequest OWN = in(DISTRICT);
  private static final SampleRequest FOREIGN = in(NEIGHBOUR);
  private static final String ENTRIES =
      "select request_id::text from triage_entry where request_id in ('%s', '%s') order by request_id"
          .formatted(OWN.id(), FOREIGN.id());

  private final ServiceRights rights = new ServiceRights("routing");
  EventTopics topics;
  Tables tables;
  @Inject TriageRepository repository;
  @Inject CurrentCaller current;

  @BeforeEach
  void holdRequests() {
    topics.send(OWN.held(Duration.ofMinutes(1)));
    topics.send(FOREIGN.held(Duration.ofMinutes(1)));
    Await.until(() -> tables.strings(ENTRIES).size() == 2);
  }

  @Test
  void shouldShowACoordinatorOwnRowsWithoutAnyCondition() {
    assertThat(rights.rows("territory:" + DISTRICT, ENTRIES)).containsExactly(OWN.id().toString());
    assertThat(rights.rows("territory:" + REGION, ENTRIES)).contains(OWN.id().toString());
    assertThat(rights.rows("territory:" + NEIGHBOUR, ENTRIES))
        .containsExactly(FOREIGN.id().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "all", "agency:own", "channel:hotline", "territory:", "territory:x"})
  void shouldShowNothingToASessionThatIsLimitedToNothing(String rows) {
    assertThat(rights.rows(rows, "select 1 from triage_entry")).isEmpty();
  }

  @Test
  void shouldRefuseTheServiceWhateverIsNotItsOwn() {
    assertThat(rights.refusals("triage_entry").values()).containsOnly(ServiceRights.REFUSED);
  }

  @Test
  @ActivateRequestContext
  void shouldCatchAStatementThatLacksItsCondition() {
    current.set(new Rows.OfTerritory(DISTRICT));

    assertThat(repository.find(OWN.id(), new Rows.All())).isPresent();
    assertThat(repository.find(FOREIGN.id(), new Rows.All())).isEmpty();
  }

  private static SampleRequest in(String territory) {
    return SampleRequest.of(
        new TerritoryRef(territory, "Europe/Samara"),
        "hotline",
        Instant.now().minus(Duration.ofMinutes(5)),
        "food");
  }
}
