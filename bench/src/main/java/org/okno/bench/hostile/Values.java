package org.okno.bench.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/**
 * Values for parameters and bodies: some plausible, so that inputs get past the first check, some
 * hostile.
 */
final class Values {

  private static final int DEEPEST = 6;
  private static final int LONG = 20_000;

  /** As text; into JSON they go with their quotes and backslashes escaped. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\u0003",
          "\t\r\n",
          "\u200b",
          "\ufeff",
          "\u00a0",
          "\u202e",
          "\ud800",
          "\udfff\ud800",
          "\uffff",
          "e\u0301",
          "-",
          "../../etc/passwd",
          "..%2f..%2f",
          "%00",
          "%zz",
          "{}",
          "[]",
          "null",
          "NaN",
          "' or 1=1 --",
          "\"; drop table journal; --",
          "\\",
          "<script>alert(1)</script>",
          "javascript:alert(1)",
          "=1+1",
          "${jndi:ldap://127.0.0.1/a}",
          "0",
          "-1",
          "1e309",
          "9223372036854775808",
          "99999999999999999999999999",
          "0000-00-00",
          "-999999999-01-01",
          "+999999999-12-31T23:59:59Z",
          "2026-02-30",
          "00000000-0000-0000-0000-000000000000",
          "not-a-uuid",
          "true",
          "x".repeat(300),
          "я".repeat(LONG));

  /** As JSON. */
  private static final List<String> LITERALS =
      List.of(
          "null",
          "true",
          "0",
          "-0",
          "-1",
          "1.5",
          "1e400",
          "1e-400",
          "9223372036854775808",
          "1" + "0".repeat(5000),
          "NaN",
          "{}",
          "[]",
          "[null]",
          "[[]]",
          "{\"a\":1,\"a\":2}",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\"\\x\"",
          "\"unfinished",
          "[".repeat(2000),
          "{\"a\":".repeat(2000),
          "");

  private final JsonNode document;
  private final Map<String, List<String>> known;

  /**
   * @param document the OpenAPI document, for its references
   * @param known real values by the name of a parameter or property
   */
  Values(JsonNode document, Map<String, List<String>> known) {
    this.document = document;
    this.known = known;
  }

  /** For a parameter. */
  String text(String name, JsonNode schema, SplittableRandom random) {
    if (random.nextInt(3) == 0) {
      return pick(TEXTS, random);
    }
    JsonNode plausible = plausible(name, resolved(schema), random);
    return plausible.isMissingNode() ? pick(TEXTS, random) : plausible.asText();
  }

  /** A JSON document, which need not be well-formed. */
  String json(JsonNode schema, SplittableRandom random) {
    return json("", schema, random, 0);
  }

  private String json(String name, JsonNode reference, SplittableRandom random, int depth) {
    if (depth > DEEPEST || random.nextInt(12) == 0) {
      return random.nextBoolean() ? pick(LITERALS, random) : quoted(pick(TEXTS, random));
    }
    JsonNode schema = resolved(reference);
    if (schema.has("properties")) {
      return object(schema, random, depth);
    }
    if (schema.has("items")) {
      StringJoiner items = new StringJoiner(",", "[", "]");
      for (int i = random.nextInt(4); i > 0; i--) {
        items.add(json(name, schema.path("items"), random, depth + 1));
      }
      return items.toString();
    }
    JsonNode plausible = plausible(name, schema, random);
    return plausible.isMissingNode() ? quoted(pick(TEXTS, random)) : plausible.toString();
  }

  private String object(JsonNode schema, SplittableRandom random, int depth) {
    StringJoiner fields = new StringJoiner(",", "{", "}");
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      int times = random.nextInt(20) == 0 ? 2 : random.nextInt(8) == 0 ? 0 : 1;
      for (int i = 0; i < times; i++) {
        String value = json(property.getKey(), property.getValue(), random, depth + 1);
        fields.add(quoted(property.getKey()) + ":" + value);
      }
    }
    return fields.toString();
  }

  private JsonNode plausible(String name, JsonNode schema, SplittableRandom random) {
    List<String> real = known.getOrDefault(name, List.of());
    if (!real.isEmpty()) {
      return JsonNodeFactory.instance.textNode(pick(real, random));
    }
    JsonNode from = schema.has("enum") ? schema.path("enum") : schema.path("examples");
    return from.isEmpty() ? MissingNode.getInstance() : from.path(random.nextInt(from.size()));
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.startsWith("#") ? document.at(reference.substring(1)) : schema;
  }

  private static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  private static String pick(List<String> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }
}
