package org.okno.local.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;

/**
 * A stack that another process runs.
 *
 * @param supervisor the process of its {@code up}
 * @param phase whether it is ready
 * @param host the address its services listen on
 * @param controlPort port of the supervisor's endpoint, on 127.0.0.1
 * @param controlToken the endpoint's token
 * @param processes the parts that run
 */
record RunningStack(
    LiveProcess supervisor,
    Phase phase,
    String host,
    Ports ports,
    int controlPort,
    String controlToken,
    Map<Part, LiveProcess> processes) {

  enum Phase {
    STARTING,
    READY
  }

  /** False when the supervisor died without stopping the stack. */
  @JsonIgnore
  boolean isSupervised() {
    return supervisor.handle().isPresent();
  }
}
