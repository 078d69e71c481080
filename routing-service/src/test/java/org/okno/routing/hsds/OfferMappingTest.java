package org.okno.routing.hsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.okno.routing.directory.DirectoryFixture;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.directory.Organization;
import org.okno.routing.directory.Service;

class OfferMappingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

  private final DirectoryFixture region =
      DirectoryFixture.region().territory("80601404", "district", "M");

  @Test
  void shouldOfferWhatATermNamesWhereAnAreaNames() {
    OfferMapping.Mapped mapped = map(HsdsFixture.service("food", "D", ""));

    assertThat(mapped.findings()).isEmpty();
    assertThat(mapped.document().organizations())
        .extracting(Organization::id, Organization::name)
        .containsExactly(tuple(HsdsFixture.ORGANIZATION, "Helpers"));
    assertThat(mapped.document().services())
        .singleElement()
        .satisfies(
            service -> {
              assertThat(service.id()).isEqualTo(HsdsFixture.SERVICE);
              assertThat(service.status()).isEqualTo("active");
              assertThat(service.needs()).containsExactly("food");
              assertThat(service.serviceAreas()).containsExactly("D");
              assertThat(service.respondWithinHours()).isEqualTo(72);
            });
  }

  @Test
  void shouldFindATerritoryByItsOktmoCodeWithTheCheckDigit() {
    assertThat(map(HsdsFixture.service("food", "806014041", "")).document().services())
        .flatExtracting(Service::serviceAreas)
        .containsExactly("80601404");
  }

  @Test
  void shouldLeaveAloneWhatNamesNoNeedOrNoTerritoryAndSaySo() {
    assertThat(map(HsdsFixture.service("code", "D", "")).findings())
        .extracting(Finding::pointer)
        .containsExactly("/services/0/attributes");
    OfferMapping.Mapped nowhere = map(HsdsFixture.service("food", "Narnia", ""));
    assertThat(nowhere.findings())
        .extracting(Finding::pointer)
        .containsExactly("/services/0/service_areas");
    assertThat(nowhere.document().services()).isEmpty();
    assertThat(nowhere.document().organizations()).isEmpty();
  }

  @Test
  void shouldNotOfferWhatHasEnded() {
    String ended =
        ", \"schedules\": [{\"id\": \"88888888-8888-4888-8888-888888888888\", \"valid_to\": \"%s\"}]";

    assertThat(
            map(HsdsFixture.service("food", "D", ended.formatted("2026-11-28")))
                .document()
                .services())
        .extracting(Service::status)
        .containsExactly("inactive");
    assertThat(
            map(HsdsFixture.service("food", "D", ended.formatted("2026-11-29")))
                .document()
                .services())
        .extracting(Service::status)
        .containsExactly("active");
  }

  @Test
  void shouldKeepUpWithAServiceThatRoutingKnows() {
    HsdsKey key = HsdsKey.of(HsdsKind.SERVICE, HsdsFixture.SERVICE);
    DirectorySnapshot known = region.known(map(HsdsFixture.service("food", "D", "")).document());

    OfferMapping.Mapped without = map(known, HsdsFixture.service("code", "D", ""), Set.of());
    OfferMapping.Mapped removed = map(known, HsdsFixture.json("{}"), Set.of(key));

    assertThat(without.document().services())
        .extracting(Service::status)
        .containsExactly("inactive");
    assertThat(removed.document().services())
        .extracting(Service::status)
        .containsExactly("defunct");
  }

  private OfferMapping.Mapped map(JsonNode document) {
    return map(region.snapshot(), document, Set.of());
  }

  private static OfferMapping.Mapped map(
      DirectorySnapshot directory, JsonNode document, Set<HsdsKey> removed) {
    MergedObjects merged = HsdsFixture.merged(document);
    return new OfferMapping(directory, merged.after(), merged.pointers(), 72, TODAY).map(removed);
  }
}
