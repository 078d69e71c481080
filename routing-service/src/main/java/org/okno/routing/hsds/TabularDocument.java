package org.okno.routing.hsds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.okno.http.Problem.FieldError;
import org.okno.routing.hsds.Finding.Kind;

/**
 * The tables of HSDS as a document: each row of a part, such as a phone, in whatever objects it
 * names. A cell that is empty is not given.
 */
final class TabularDocument {
  /** The tables of parts, each after those whose rows are part of its own. */
  private static final List<String> PARTS =
      List.of(
          "metadata",
          "attributes",
          "languages",
          "phones",
          "contacts",
          "addresses",
          "accessibility",
          "schedules",
          "service_areas",
          "cost_options",
          "funding",
          "programs",
          "required_documents",
          "organization_identifiers");

  /** Members that name the object of a part, by the table of that object. */
  private static final Map<String, String> OWNERS =
      Map.of(
          "organization_id", "organizations",
          "service_id", "services",
          "location_id", "locations",
          "service_at_location_id", "service_at_locations",
          "contact_id", "contacts",
          "phone_id", "phones");

  /** Members by which a part names an object of any table. */
  private static final Set<String> LINKS = Set.of("link_id", "resource_id");

  private final Map<String, List<ObjectNode>> tables = new LinkedHashMap<>();
  private final Map<String, Map<String, ObjectNode>> byId = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private TabularDocument() {}

  /**
   * Assembles the objects; the findings are parts whose objects are not there.
   *
   * @param given a list of rows a table; whatever is no such stays for the schema to refuse
   */
  static HsdsDocument assemble(JsonNode given) {
    if (!given.isObject() || !given.valueStream().allMatch(TabularDocument::isTable)) {
      return new HsdsDocument(given, List.of());
    }
    TabularDocument tabular = new TabularDocument();
    given.properties().forEach(table -> tabular.add(name(table.getKey()), table.getValue()));
    PARTS.forEach(tabular::attachAll);
    tabular.programs();
    return new HsdsDocument(tabular.document(), List.copyOf(tabular.findings));
  }

  private static boolean isTable(JsonNode rows) {
    return rows.isArray() && rows.valueStream().allMatch(JsonNode::isObject);
  }

  private static String name(String table) {
    String name = table.endsWith(".csv") ? table.substring(0, table.length() - 4) : table;
    return name.equals("service_at_location") ? "service_at_locations" : name;
  }

  private void add(String table, JsonNode rows) {
    List<ObjectNode> cleaned = rows.valueStream().map(row -> row(table, row)).toList();
    tables.put(table, cleaned);
    Map<String, ObjectNode> ids = byId.computeIfAbsent(table, name -> new HashMap<>());
    cleaned.forEach(row -> ids.putIfAbsent(row.path("id").asText(), row));
  }

  private static ObjectNode row(String table, JsonNode given) {
    ObjectNode row = HsdsJson.object();
    given
        .properties()
        .forEach(
            cell -> {
              String text = cell.getValue().isTextual() ? cell.getValue().textValue().strip() : "-";
              if (!text.isEmpty() && !cell.getValue().isNull()) {
                row.set(cell.getKey(), value(table, cell.getKey(), cell.getValue(), row));
              }
            });
    return row;
  }

  /**
   * A number where the standard has one, else a text: spreadsheets mix them up. What is no number
   * stays as it is, for the schema to refuse.
   */
  private static JsonNode value(String table, String member, JsonNode cell, ObjectNode row) {
    boolean isNumber = HsdsSchema.isNumber(table, member);
    if (cell.isNumber() && !isNumber) {
      return row.textNode(cell.asText());
    }
    if (!cell.isTextual() || !isNumber) {
      return cell;
    }
    try {
      return row.numberNode(new BigDecimal(cell.textValue().strip()));
    } catch (NumberFormatException e) {
      return cell;
    }
  }

  private void attachAll(String table) {
    List<ObjectNode> rows = tables.getOrDefault(table, List.of());
    for (int i = 0; i < rows.size(); i++) {
      attach(table, "/" + table + "/" + i, rows.get(i));
    }
  }

  private void attach(String table, String pointer, ObjectNode row) {
    ObjectNode part = row.deepCopy();
    part.remove(OWNERS.keySet());
    part.remove(LINKS);
    for (Map.Entry<String, JsonNode> reference : row.properties()) {
      String id = reference.getValue().asText();
      if (OWNERS.containsKey(reference.getKey()) || LINKS.contains(reference.getKey())) {
        List<ObjectNode> owners = owners(reference.getKey(), id).toList();
        if (owners.isEmpty()) {
          findings.add(
              Finding.warning(
                  Kind.DANGLING,
                  pointer + "/" + FieldError.part(reference.getKey()),
                  "no table has this id"));
        }
        owners.forEach(owner -> owner.withArray(table).add(part.deepCopy()));
      }
    }
  }

  private Stream<ObjectNode> owners(String member, String id) {
    Stream<Map<String, ObjectNode>> possible =
        LINKS.contains(member)
            ? byId.values().stream()
            : Stream.ofNullable(byId.get(OWNERS.get(member)));
    return possible.flatMap(ids -> Stream.ofNullable(ids.get(id)));
  }

  /** A service has one program, and its organization lists it. */
  private void programs() {
    Map<String, ObjectNode> programs = byId.getOrDefault("programs", Map.of());
    for (ObjectNode service : tables.getOrDefault("services", List.of())) {
      ObjectNode program = programs.get(service.path("program_id").asText());
      if (program != null) {
        service.remove("program_id");
        service.set("program", program.deepCopy().without("organization_id"));
      }
    }
  }

  /** The objects that stand by themselves; of what is no table of HSDS the schema says so. */
  private ObjectNode document() {
    ObjectNode document = HsdsJson.object();
    tables.forEach(
        (table, rows) -> {
          if (!PARTS.contains(table) && !table.equals("meta_table_descriptions")) {
            ArrayNode list = document.putArray(table);
            rows.forEach(list::add);
          }
        });
    return document;
  }
}
