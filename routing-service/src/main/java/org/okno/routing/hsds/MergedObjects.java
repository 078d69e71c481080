package org.okno.routing.hsds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.okno.routing.hsds.Finding.Kind;

/**
 * What is stored, with what a document gives.
 *
 * @param after each object that the document gives, as it is then, in the document's order
 * @param pointers where the document gives it first
 * @param findings what the document gives twice
 */
record MergedObjects(
    Map<HsdsKey, ObjectNode> after, Map<HsdsKey, String> pointers, List<Finding> findings) {

  static MergedObjects of(Map<HsdsKey, ObjectNode> before, List<GivenObject> given) {
    Merger merger = new Merger(before);
    given.forEach(merger::add);
    return new MergedObjects(merger.after, merger.pointers, merger.findings);
  }

  /** The objects that are new or different. */
  Map<HsdsKey, ObjectNode> changed(Map<HsdsKey, ObjectNode> before) {
    Map<HsdsKey, ObjectNode> changed = new LinkedHashMap<>();
    after.forEach(
        (key, object) -> {
          ObjectNode was = before.get(key);
          if (was == null || !HsdsJson.isSame(was, object)) {
            changed.put(key, object);
          }
        });
    return changed;
  }

  private static final class Merger {
    private final Map<HsdsKey, ObjectNode> before;
    private final Map<HsdsKey, ObjectNode> after = new LinkedHashMap<>();
    private final Map<HsdsKey, String> pointers = new HashMap<>();
    private final Map<HsdsKey, String> listed = new HashMap<>();
    private final Map<HsdsKey, Map<String, String>> set = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Merger(Map<HsdsKey, ObjectNode> before) {
      this.before = before;
    }

    void add(GivenObject given) {
      HsdsKey key = given.key();
      pointers.putIfAbsent(key, given.pointer());
      if (given.listed()) {
        String first = listed.putIfAbsent(key, given.pointer());
        if (first != null) {
          findings.add(
              Finding.warning(Kind.DUPLICATE, given.pointer() + "/id", "the same as in " + first));
        }
      }
      ObjectNode object = after.computeIfAbsent(key, this::stored);
      given
          .members()
          .properties()
          .forEach(member -> put(given, object, member.getKey(), member.getValue()));
    }

    private ObjectNode stored(HsdsKey key) {
      ObjectNode object = before.get(key);
      return object == null ? HsdsJson.object() : object.deepCopy();
    }

    private void put(GivenObject given, ObjectNode object, String member, JsonNode value) {
      Map<String, String> setBy = set.computeIfAbsent(given.key(), key -> new HashMap<>());
      String first = setBy.putIfAbsent(member, given.pointer());
      if (first == null) {
        replace(object, member, value);
      } else if (!HsdsJson.isSame(object.path(member), value)) {
        findings.add(
            Finding.error(
                Kind.DUPLICATE,
                given.pointer() + "/" + member,
                "differs from the same object in " + first));
      }
    }

    private static void replace(ObjectNode object, String member, JsonNode value) {
      if (value.isNull()) {
        object.remove(member);
      } else {
        object.set(member, value);
      }
    }
  }
}
