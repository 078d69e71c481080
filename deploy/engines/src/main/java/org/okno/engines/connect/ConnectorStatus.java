package org.okno.engines.connect;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What Connect says about a connector and its tasks.
 *
 * @param states of the connector and then of each task
 */
record ConnectorStatus(List<String> states) {

  static final ConnectorStatus UNKNOWN = new ConnectorStatus(List.of());

  /** A quote inside the trace of a failure stands escaped there, so this finds states only. */
  private static final Pattern STATE = Pattern.compile("(?<!\\\\)\"state\"\\s*:\\s*\"([A-Z_]+)\"");

  static ConnectorStatus parse(String json) {
    return new ConnectorStatus(STATE.matcher(json).results().map(found -> found.group(1)).toList());
  }

  /** The connector and at least one task are there, and all of them run. */
  boolean running() {
    return states.size() > 1 && states.stream().allMatch("RUNNING"::equals);
  }

  boolean failed() {
    return states.contains("FAILED");
  }
}
