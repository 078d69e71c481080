package org.okno.routing.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.okno.routing.directory.DirectoryFixture;

class OwnObjectsTest {
  private final DirectoryFixture directory =
      DirectoryFixture.region()
          .offer("food-bank", "food", "D", "veteran")
          .offer("legal-aid", "legal", "R")
          .offer("11111111-1111-4111-8111-111111111111", "food", "R");
  private final OwnObjects own = new OwnObjects(directory.snapshot().content());

  @Test
  void shouldShowAnAgencyWithWhatItOffersWhereAndForWhom() {
    HsdsKey key = keys(HsdsQuery.of(HsdsKind.SERVICE)).getFirst();
    JsonNode service = new NestedObjects(own.closure(List.of(key))).whole(key);

    assertThat(service.at("/organization/name").asText()).startsWith("Agency ");
    assertThat(service.at("/service_areas/0/extent").asText()).isIn("D", "R");
    assertThat(service.at("/attributes/0/taxonomy_term/code").asText()).isIn("food", "legal");
    assertThat(service.at("/attributes/0/taxonomy_term/taxonomy_detail/name").asText())
        .isEqualTo("need");
    assertThat(HsdsSchema.errors(HsdsDocument.of(HsdsKind.SERVICE, service).lists())).isEmpty();
  }

  @Test
  void shouldLeaveOutWhatCameFromHsds() {
    assertThat(keys(HsdsQuery.of(HsdsKind.ORGANIZATION))).hasSize(2);
    assertThat(keys(HsdsQuery.of(HsdsKind.SERVICE))).hasSize(2);
    assertThat(keys(HsdsQuery.of(HsdsKind.TAXONOMY))).hasSize(2);
    assertThat(keys(HsdsQuery.of(HsdsKind.TAXONOMY_TERM))).hasSize(4);
  }

  @Test
  void shouldFilterAsTheStoredOnesAre() {
    HsdsQuery services = HsdsQuery.of(HsdsKind.SERVICE);
    HsdsKey agency = keys(HsdsQuery.of(HsdsKind.ORGANIZATION).search("gency FOOD")).getFirst();
    HsdsKey food = keys(HsdsQuery.of(HsdsKind.TAXONOMY_TERM).search("FOOD")).getFirst();
    HsdsKey groups = keys(HsdsQuery.of(HsdsKind.TAXONOMY).search("target")).getFirst();

    assertThat(keys(services.organization(agency.id()))).hasSize(1);
    assertThat(keys(services.term(food.id()))).hasSize(1);
    assertThat(keys(services.taxonomy(groups.id()))).hasSize(1);
    assertThat(keys(services.organization(food.id()))).isEmpty();
    assertThat(keys(HsdsQuery.of(HsdsKind.TAXONOMY_TERM).inTaxonomy(groups.id()))).hasSize(2);
    JsonNode whole = new NestedObjects(own.closure(List.of(agency))).whole(agency);
    assertThat(whole.path("services")).hasSize(1);
  }

  private List<HsdsKey> keys(HsdsQuery query) {
    return own.keys(query.kind(), query.own());
  }
}
