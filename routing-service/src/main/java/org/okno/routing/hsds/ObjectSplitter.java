package org.okno.routing.hsds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.okno.http.Problem.FieldError;

/**
 * Takes the nested objects of a document apart: each by itself, naming others by their ids as in
 * the tables of HSDS. The document fits the schema.
 */
final class ObjectSplitter {
  private final List<GivenObject> found = new ArrayList<>();

  private ObjectSplitter() {}

  /** Every object of a document, in the order it gives them. */
  static List<GivenObject> split(JsonNode document) {
    ObjectSplitter splitter = new ObjectSplitter();
    for (HsdsKind kind : HsdsKind.values()) {
      JsonNode list = document.path(kind.list());
      for (int i = 0; i < list.size(); i++) {
        splitter.add(kind, (ObjectNode) list.get(i), "/" + kind.list() + "/" + i, true);
      }
    }
    return List.copyOf(splitter.found);
  }

  private ObjectNode add(HsdsKind kind, ObjectNode given, String pointer, boolean listed) {
    ObjectNode members = HsdsJson.object();
    HsdsKey key = HsdsKey.of(kind, given.path("id").asText());
    found.add(new GivenObject(key, pointer, members, listed));
    for (Map.Entry<String, JsonNode> member : given.properties()) {
      String at = pointer + "/" + FieldError.part(member.getKey());
      Nesting.of(kind, member.getKey())
          .ifPresentOrElse(
              nesting -> nested(nesting, members, given, member.getValue(), at),
              () -> members.set(member.getKey(), part(member.getValue(), at)));
    }
    return members;
  }

  private void nested(
      Nesting nesting, ObjectNode members, ObjectNode outer, JsonNode value, String pointer) {
    if (nesting.isMany()) {
      for (int i = 0; i < value.size(); i++) {
        add(nesting.inner(), (ObjectNode) value.get(i), pointer + "/" + i, false)
            .set(nesting.reference(), outer.get("id"));
      }
    } else if (value instanceof ObjectNode inner) {
      add(nesting.inner(), inner, pointer, false);
      members.set(nesting.reference(), inner.get("id"));
    } else {
      members.putNull(nesting.reference());
    }
  }

  /** A part of an object, which has no nulls: a part is replaced whole. */
  private JsonNode part(JsonNode value, String pointer) {
    return switch (value) {
      case ArrayNode array -> {
        ArrayNode parts = array.arrayNode();
        for (int i = 0; i < array.size(); i++) {
          parts.add(part(array.get(i), pointer + "/" + i));
        }
        yield parts;
      }
      case ObjectNode object -> part(object, pointer);
      default -> value;
    };
  }

  private ObjectNode part(ObjectNode object, String pointer) {
    ObjectNode part = HsdsJson.object();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String at = pointer + "/" + FieldError.part(member.getKey());
      if (member.getKey().equals(Nesting.TERM) && member.getValue() instanceof ObjectNode term) {
        add(HsdsKind.TAXONOMY_TERM, term, at, false);
        part.set(Nesting.TERM_ID, term.get("id"));
      } else if (!member.getValue().isNull()) {
        part.set(member.getKey(), part(member.getValue(), at));
      }
    }
    return part;
  }
}
