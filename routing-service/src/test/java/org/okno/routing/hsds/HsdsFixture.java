package org.okno.routing.hsds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A made-up directory of one service, written as HSDS has it. */
final class HsdsFixture {
  static final String SERVICE = "11111111-1111-4111-8111-111111111111";
  static final String ORGANIZATION = "22222222-2222-4222-8222-222222222222";
  static final String TERM = "33333333-3333-4333-8333-333333333333";
  static final String LOCATION = "44444444-4444-4444-8444-444444444444";
  static final String AT_LOCATION = "55555555-5555-4555-8555-555555555555";

  private HsdsFixture() {}

  /**
   * A document with a service.
   *
   * @param code of its taxonomy term
   * @param extent of its service area
   * @param more members, each with a comma before it
   */
  static JsonNode service(String code, String extent, String more) {
    return json(
        """
        {"services": [{
          "id": "%s", "name": "Food", "status": "active",
          "organization": {"id": "%s", "name": "Helpers", "description": "They help"},
          "service_areas": [{"id": "66666666-6666-4666-8666-666666666666", "extent": "%s"}],
          "attributes": [{"id": "77777777-7777-4777-8777-777777777777",
            "taxonomy_term": {"id": "%s", "code": "%s", "name": "Food", "description": "Food"}}],
          "service_at_locations": [{"id": "%s",
            "location": {"id": "%s", "location_type": "physical"}}]
          %s}]}
        """
            .formatted(SERVICE, ORGANIZATION, extent, TERM, code, AT_LOCATION, LOCATION, more));
  }

  static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Findings of a document, beside nothing stored, as severity, kind and pointer. */
  static List<String> findings(JsonNode document) {
    List<Finding> errors = HsdsSchema.errors(document);
    if (!errors.isEmpty()) {
      return errors.stream().map(HsdsFixture::text).sorted().toList();
    }
    MergedObjects merged = merged(document);
    List<Finding> all = new ArrayList<>(merged.findings());
    all.addAll(new ObjectChecks(merged, Set.of()).findings());
    return all.stream().map(HsdsFixture::text).toList();
  }

  static MergedObjects merged(JsonNode document) {
    return MergedObjects.of(Map.of(), ObjectSplitter.split(document));
  }

  private static String text(Finding finding) {
    return "%s %s %s".formatted(finding.severity(), finding.kind(), finding.pointer());
  }
}
