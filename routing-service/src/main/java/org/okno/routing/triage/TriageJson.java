package org.okno.routing.triage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.okno.cloudevents.Json;
import org.okno.contracts.Questionnaire;

/** How the desk keeps what it got from an event: as the event's own JSON. */
final class TriageJson {
  private static final JsonMapper JSON = Json.mapper();

  private TriageJson() {}

  static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a part of an event has no JSON form", e);
    }
  }

  static Questionnaire questionnaire(String text) {
    try {
      return JSON.readValue(text, Questionnaire.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored questionnaire cannot be read", e);
    }
  }

  static List<TriageNeed> needs(String text) {
    try {
      return List.of(JSON.readValue(text, TriageNeed[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored needs cannot be read", e);
    }
  }
}
