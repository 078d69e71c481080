package org.okno.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompatibilityTest {
  private static final String RELEASED =
      """
      {
        "description": "A parcel.",
        "type": "object",
        "properties": {
          "id": {"type": "string", "format": "uuid"},
          "weight": {"type": "integer"},
          "note": {"type": "string"},
          "kind": {"enum": ["small", "large"]},
          "stops": {"type": "array", "items": {"$ref": "#/$defs/Stop"}},
          "last": {"$ref": "#/$defs/Stop"}
        },
        "required": ["id", "weight", "stops"],
        "$defs": {
          "Stop": {
            "type": "object",
            "properties": {"at": {"type": "string"}, "next": {"$ref": "#/$defs/Stop"}},
            "required": ["at"]
          }
        }
      }
      """;

  @Test
  void shouldAllowWhatDidNotChange() {
    assertThat(breaksOf(RELEASED)).isEmpty();
  }

  @Test
  void shouldAllowANewOptionalProperty() {
    assertThat(changed("\"weight\": {", "\"height\": {\"type\": \"integer\"}, \"weight\": {"))
        .isEmpty();
  }

  @Test
  void shouldAllowANewOptionalPropertyInADefinition() {
    assertThat(changed("\"next\"", "\"name\": {\"type\": \"string\"}, \"next\"")).isEmpty();
  }

  @Test
  void shouldAllowOtherWordsInADescription() {
    assertThat(changed("A parcel.", "What is sent.")).isEmpty();
  }

  @Test
  void shouldAllowADefinitionToBeRenamed() {
    assertThat(breaksOf(RELEASED.replace("Stop", "Halt"))).isEmpty();
  }

  @Test
  void shouldRefuseARemovedProperty() {
    assertThat(changed("\"note\": {\"type\": \"string\"},", "")).containsExactly("/note is gone");
  }

  @Test
  void shouldRefuseAPropertyRemovedFromAnItemOfAnArray() {
    assertThat(breaksOf(RELEASED.replace("\"at\"", "\"place\"")))
        .contains(
            "/stops/*/at is gone", "/stops/*/place is required now, and older events lack it");
  }

  @Test
  void shouldRefuseAnotherType() {
    assertThat(changed("\"weight\": {\"type\": \"integer\"}", "\"weight\": {\"type\": \"string\"}"))
        .containsExactly("/weight has another type: was \"integer\", is \"string\"");
  }

  @Test
  void shouldRefuseAnotherFormat() {
    assertThat(changed("\"format\": \"uuid\"", "\"format\": \"uri\""))
        .containsExactly("/id has another format: was \"uuid\", is \"uri\"");
  }

  @Test
  void shouldRefuseAFormatThatIsGone() {
    assertThat(changed(", \"format\": \"uuid\"", ""))
        .containsExactly("/id has another format: was \"uuid\", is none");
  }

  @Test
  void shouldRefuseAnotherSetOfValues() {
    assertThat(changed("[\"small\", \"large\"]", "[\"small\", \"huge\"]"))
        .containsExactly(
            "/kind has another enum: was [\"small\",\"large\"], is [\"small\",\"huge\"]");
  }

  @Test
  void shouldRefuseAnOptionalPropertyThatIsRequiredNow() {
    assertThat(changed("[\"id\", \"weight\"", "[\"id\", \"note\", \"weight\""))
        .containsExactly("/note is required now, and older events lack it");
  }

  @Test
  void shouldRefuseANewRequiredProperty() {
    String withHeight =
        RELEASED
            .replace("\"weight\": {", "\"height\": {\"type\": \"integer\"}, \"weight\": {")
            .replace("[\"id\", \"weight\"", "[\"id\", \"height\", \"weight\"");

    assertThat(breaksOf(withHeight))
        .containsExactly("/height is required now, and older events lack it");
  }

  @Test
  void shouldRefuseARequiredPropertyThatIsOptionalNow() {
    assertThat(changed("[\"id\", \"weight\", ", "[\"id\", "))
        .containsExactly("/weight is optional now, and older readers rely on it");
  }

  @Test
  void shouldRefuseAListWhereThereWasAnObject() {
    assertThat(
            changed(
                "\"last\": {\"$ref\": \"#/$defs/Stop\"}",
                "\"last\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/Stop\"}}"))
        .contains("/last has another type: was \"object\", is \"array\"");
  }

  private static List<String> changed(String from, String to) {
    assertThat(RELEASED).contains(from);
    return breaksOf(RELEASED.replace(from, to));
  }

  private static List<String> breaksOf(String current) {
    JsonNode released = JsonText.tree(RELEASED);
    return Compatibility.breaks(released, JsonText.tree(current));
  }
}
