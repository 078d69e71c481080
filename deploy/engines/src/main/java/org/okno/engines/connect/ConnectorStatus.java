package org.okno.engines.connect;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;

/** What Connect reports of a connector and its tasks. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ConnectorStatus(State connector, List<State> tasks) {

  static final ConnectorStatus UNKNOWN = new ConnectorStatus(new State("UNKNOWN"), List.of());
  private static final JsonMapper MAPPER = new JsonMapper();

  @JsonIgnoreProperties(ignoreUnknown = true)
  record State(String state) {}

  static ConnectorStatus parse(String json) {
    try {
      return MAPPER.readValue(json, ConnectorStatus.class);
    } catch (JsonProcessingException e) {
      return UNKNOWN;
    }
  }

  /** The connector and at least one task exist, and all of them run. */
  boolean running() {
    return !tasks.isEmpty() && states().allMatch("RUNNING"::equals);
  }

  boolean failed() {
    return states().anyMatch("FAILED"::equals);
  }

  private Stream<String> states() {
    return Stream.concat(Stream.of(connector), tasks.stream()).map(State::state);
  }
}
