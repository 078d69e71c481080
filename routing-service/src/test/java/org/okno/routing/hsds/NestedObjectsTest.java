package org.okno.routing.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard's own examples, taken apart and put together again. */
class NestedObjectsTest {

  @ParameterizedTest
  @CsvSource({
    "service_full, SERVICE",
    "service_at_location_full, SERVICE_AT_LOCATION",
    "location, LOCATION",
    "taxonomy, TAXONOMY",
    "taxonomy_term, TAXONOMY_TERM",
  })
  void shouldPutTogetherWhatWasTakenApart(String name, HsdsKind kind) {
    ObjectNode example = SharedHsds.example(name);

    assertThat(objects(example, kind).whole(key(example, kind))).isEqualTo(example);
  }

  @Test
  void shouldNameTheServicesOfAnOrganizationOnly() {
    ObjectNode example = SharedHsds.example("organization_full");
    ObjectNode whole =
        objects(example, HsdsKind.ORGANIZATION).whole(key(example, HsdsKind.ORGANIZATION));

    assertThat(whole.path("services").valueStream().map(one -> Set.copyOf(names(one))).toList())
        .containsExactly(Set.of("id", "name", "status"));
    whole.remove("services");
    example.remove("services");
    assertThat(whole).isEqualTo(example);
  }

  @ParameterizedTest
  @CsvSource({
    "service, SERVICE",
    "organization, ORGANIZATION",
    "service_at_location, SERVICE_AT_LOCATION",
  })
  void shouldListWhatAnObjectHasOneOf(String name, HsdsKind kind) {
    ObjectNode whole = SharedHsds.example(name + "_full");
    JsonNode listed = SharedHsds.example(name + "_list").path("contents").path(0);

    assertThat(objects(whole, kind).listed(key(whole, kind))).isEqualTo(listed);
  }

  private static NestedObjects objects(ObjectNode example, HsdsKind kind) {
    JsonNode document = HsdsDocument.of(kind, example).lists();
    assertThat(HsdsSchema.errors(document)).isEmpty();
    MergedObjects merged = MergedObjects.of(Map.of(), ObjectSplitter.split(document));
    assertThat(merged.findings()).isEmpty();
    return new NestedObjects(merged.after());
  }

  private static HsdsKey key(ObjectNode example, HsdsKind kind) {
    return HsdsKey.of(kind, example.path("id").asText());
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
