package org.okno.routing.decision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.okno.contracts.Assignment;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.Returned;
import org.okno.contracts.Reasons;
import org.okno.contracts.Refusal;
import org.okno.contracts.RoutingEvent;
import org.okno.contracts.RoutingEvent.NeedHeld;
import org.okno.contracts.RoutingEvent.NeedRerouted;
import org.okno.contracts.TerritoryRef;
import org.okno.messaging.PoisonEventException;
import org.okno.routing.directory.DirectoryFixture;
import org.okno.routing.policy.RoutingPolicy;
import org.okno.testkit.SampleRequest;

/** A declined need goes through the agencies of its territory and above, each once. */
class NextAgencyTest {
  private static final Instant AT = Instant.parse("2026-03-02T06:15:32Z");

  private final SampleRequest request =
      SampleRequest.of(new TerritoryRef("D", "Europe/Samara"), "hotline", AT, "food", "legal");
  private final DirectoryFixture directory =
      DirectoryFixture.region()
          .offer("district", "food", "D")
          .offer("town", "food", "M")
          .offer("region", "food", "R");

  @Test
  void shouldGoFromTheDistrictToTheMunicipalityToTheRegionAndThenToADispatcher() {
    assertThat(next("district").agency().id()).isEqualTo("town");
    Assignment last = next("district", "town");
    assertThat(last.agency().id()).isEqualTo("region");
    assertThat(last.rule()).isEqualTo("service-in-parent-territory");
    assertThat(Reasons.text(last.reason(), requireNonNull(last.reasonParameters()), Locale.ENGLISH))
        .isEqualTo(
            "Agency region is the next that offers this in Territory R."
                + " Declined: Agency district, Agency town.");

    NeedHeld held = (NeedHeld) decide(request, "district", "town", "region");
    assertThat(held.held().needId()).isEqualTo(request.need(0).id());
    assertThat(held.held().reason()).isEqualTo("all-declined");
    assertThat(held.held().candidates()).isEmpty();
    assertThat(held.refusals()).hasSize(3);
    assertThat(held.questionnaire()).isEqualTo(request.questionnaire());
  }

  @Test
  void shouldGiveToTheOtherAgencyOfTheTerritoryBeforeItGoesUp() {
    directory.offer("other", "food", "D");

    assertThat(next("district").agency().id()).isEqualTo("other");
    assertThat(next("other", "district").agency().id()).isEqualTo("town");
  }

  @Test
  void shouldLeaveAChoiceBetweenOthersToADispatcher() {
    directory.offer("other", "food", "D").offer("third", "food", "D");

    assertThat(((NeedHeld) decide(request, "district")).held().reason())
        .isEqualTo("several-agencies");
  }

  /** By the territory around all that may be meant, an agency far away would get it. */
  @Test
  void shouldLeaveAnUnclearTerritoryToADispatcher() {
    NeedHeld held = (NeedHeld) decide(request.inOneOf("D", "M"), "district");

    assertThat(held.held().reason()).isEqualTo("territory-unclear");
    assertThat(held.held().candidates()).extracting("agency.id").containsExactly("town");
  }

  @Test
  void shouldBeAPoisonEventWhereTheQuestionnaireIsAnothers() {
    NeedDeclined declined = request.returned("district", Duration.ofHours(1));
    SampleRequest other = SampleRequest.of("food");

    assertThatThrownBy(() -> decide(declined, returned(other, "district")))
        .isInstanceOf(PoisonEventException.class);
  }

  private Assignment next(String... tried) {
    NeedRerouted decision = (NeedRerouted) decide(request, tried);
    assertThat(decision.assignments()).hasSize(1);
    assertThat(decision.time()).isEqualTo(AT);
    return decision.assignments().getFirst();
  }

  private RoutingEvent decide(SampleRequest of, String... tried) {
    return decide(
        request.returned(tried[tried.length - 1], Duration.ofHours(1)), returned(of, tried));
  }

  private RoutingEvent decide(NeedDeclined declined, Returned returned) {
    return NextAgency.of(declined, returned, RoutingPolicy.standard(), directory.snapshot(), AT);
  }

  private static Returned returned(SampleRequest of, String... tried) {
    List<Refusal> refusals =
        Stream.of(tried)
            .map(agency -> new Refusal(SampleRequest.agency(agency), "no-capacity", AT))
            .toList();
    return new Returned(of.questionnaire(), refusals);
  }
}
