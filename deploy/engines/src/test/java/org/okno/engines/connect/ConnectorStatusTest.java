package org.okno.engines.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectorStatusTest {

  @Test
  void shouldRunOnlyWhenTheConnectorAndItsTaskDo() {
    assertThat(status("RUNNING", "RUNNING").running()).isTrue();
    assertThat(status("RUNNING", "UNASSIGNED").running()).isFalse();
    assertThat(
            ConnectorStatus.parse("{\"connector\":{\"state\":\"RUNNING\"},\"tasks\":[]}").running())
        .isFalse();
    assertThat(ConnectorStatus.UNKNOWN.running()).isFalse();
  }

  @Test
  void shouldNotReadAStateOutOfAStackTrace() {
    ConnectorStatus status =
        ConnectorStatus.parse(
            "{\"connector\":{\"state\":\"RUNNING\"},\"tasks\":[{\"state\":\"FAILED\",\"trace\":\"{\\\"state\\\":\\\"PAUSED\\\"}\"}]}");

    assertThat(status.tasks()).containsExactly(new ConnectorStatus.State("FAILED"));
    assertThat(status.failed()).isTrue();
  }

  private static ConnectorStatus status(String connector, String task) {
    return ConnectorStatus.parse(
        "{\"name\":\"intake\",\"connector\":{\"state\":\"%s\",\"worker_id\":\"w\"},\"tasks\":[{\"id\":0,\"state\":\"%s\"}]}"
            .formatted(connector, task));
  }
}
