package org.okno.routing.hsds;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.okno.routing.hsds.HsdsFixture.findings;
import static org.okno.routing.hsds.HsdsFixture.json;
import static org.okno.routing.hsds.HsdsFixture.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectChecksTest {

  @Test
  void shouldFindNothingWhereNothingIsMissing() {
    assertThat(findings(service("food", "02701000", ""))).isEmpty();
  }

  @Test
  void shouldNameEveryIdThatNothingHas() {
    String unknown = "99999999-9999-4999-8999-999999999999";
    assertThat(
            findings(
                json(
                    """
                    {"services": [{"id": "%2$s", "name": "A", "status": "active", "organization_id": "%1$s",
                      "attributes": [{"id": "%2$s", "taxonomy_term_id": "%1$s"}]}],
                     "service_at_locations": [{"id": "%2$s", "service_id": "%2$s", "location_id": "%1$s"}],
                     "organizations": [{"id": "%2$s", "name": "B", "description": "B",
                       "parent_organization_id": "%1$s"}]}
                    """
                        .formatted(unknown, HsdsFixture.SERVICE))))
        .containsExactly(
            "warning dangling /organizations/0/parent_organization_id",
            "error dangling /services/0/organization_id",
            "error dangling /services/0/attributes",
            "error dangling /service_at_locations/0/location_id");
  }

  @Test
  void shouldNameEveryGap() {
    assertThat(findings(json("{\"services\": [{\"id\": \"%s\"}]}".formatted(HsdsFixture.SERVICE))))
        .containsExactly(
            "error gap /services/0/name",
            "error gap /services/0/status",
            "error gap /services/0/organization_id");
  }

  @Test
  void shouldNameWhatIsGivenTwiceAndDiffers() {
    ObjectNode twice = (ObjectNode) service("food", "02701000", "");
    twice.withArray("services").add(twice.path("services").path(0).deepCopy());
    assertThat(findings(twice)).containsExactly("warning duplicate /services/1/id");

    ((ObjectNode) twice.path("services").path(1)).put("name", "Other");
    ((ObjectNode) twice.path("services").path(1).path("organization")).put("name", "Other");
    assertThat(findings(twice))
        .containsExactly(
            "warning duplicate /services/1/id",
            "error duplicate /services/1/name",
            "error duplicate /services/1/organization/name");
  }

  @Test
  void shouldVerifyTheCheckDigitOfACodeThatClaimsToBeOktmo() {
    assertThat(findings(service("food", "027013029\", \"extent_type\": \"OKTMO", ""))).isEmpty();
    assertThat(findings(service("food", "027013021\", \"extent_type\": \"OKTMO", "")))
        .containsExactly("error invalid /services/0/service_areas/0/extent");
  }

  @Test
  void shouldNameWhateverIsNotOfTheStandardsForm() {
    assertThat(
            findings(
                json(
                    """
                    {"services": [{"id": "x", "name": 7, "status": "open", "minimum_age": "12"}],
                     "people": []}
                    """)))
        .containsExactly(
            "error invalid /people",
            "error invalid /services/0/id",
            "error invalid /services/0/minimum_age",
            "error invalid /services/0/name",
            "error invalid /services/0/status");
    assertThat(findings(json("{\"services\": [{\"minimum_age\": 1e999}]}")))
        .containsExactly("error invalid /services/0/minimum_age");
    assertThat(findings(json("[]"))).containsExactly("error invalid ");
    assertThat(findings(json("{\"services\": [{\"id\": \"\\u0000\"}]}")))
        .containsExactly("error invalid /services/0/id");
    assertThat(findings(json("{\"services\":" + "[".repeat(60) + "]".repeat(60) + "}"))).hasSize(1);
  }

  @Test
  void shouldLeaveWhatADocumentLacksAndRemoveWhatIsNull() {
    MergedObjects first = HsdsFixture.merged(service("food", "02701000", ", \"fees\": \"none\""));
    MergedObjects again =
        MergedObjects.of(
            first.after(), ObjectSplitter.split(service("food", "02701000", ", \"fees\": null")));
    MergedObjects part =
        MergedObjects.of(
            first.after(),
            ObjectSplitter.split(
                json("{\"services\": [{\"id\": \"%s\"}]}".formatted(HsdsFixture.SERVICE))));

    assertThat(again.changed(first.after())).hasSize(1);
    assertThat(
            requireNonNull(again.after().get(HsdsKey.of(HsdsKind.SERVICE, HsdsFixture.SERVICE)))
                .has("fees"))
        .isFalse();
    assertThat(part.changed(first.after())).isEmpty();
    assertThat(
            MergedObjects.of(first.after(), ObjectSplitter.split(service("food", "02701000", "")))
                .changed(first.after()))
        .isEqualTo(Map.of());
  }
}
