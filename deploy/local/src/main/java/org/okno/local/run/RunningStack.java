package org.okno.local.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;

/**
 * A stack that another process of this command runs.
 *
 * @param supervisor the {@code up} that watches over it
 * @param phase how far it is
 * @param host the address its services listen on
 * @param controlPort where the supervisor takes orders, on 127.0.0.1
 * @param controlToken what an order must show
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

  static RunningStack from(Properties properties) {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    Map<Part, LiveProcess> processes = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      ports.put(part, Integer.valueOf(properties.getProperty("port." + part.label())));
      Optional.ofNullable(properties.getProperty("process." + part.label()))
          .ifPresent(text -> processes.put(part, LiveProcess.parse(text)));
    }
    return new RunningStack(
        LiveProcess.parse(properties.getProperty("supervisor")),
        Phase.valueOf(properties.getProperty("phase")),
        properties.getProperty("host"),
        new Ports(ports),
        Integer.parseInt(properties.getProperty("control.port")),
        properties.getProperty("control.token"),
        processes);
  }

  Properties toProperties() {
    Properties properties = new Properties();
    properties.setProperty("supervisor", supervisor.toString());
    properties.setProperty("phase", phase.name());
    properties.setProperty("host", host);
    properties.setProperty("control.port", String.valueOf(controlPort));
    properties.setProperty("control.token", controlToken);
    ports
        .byPart()
        .forEach(
            (part, port) -> properties.setProperty("port." + part.label(), String.valueOf(port)));
    processes.forEach(
        (part, process) -> properties.setProperty("process." + part.label(), process.toString()));
    return properties;
  }

  /** False when the supervisor died without stopping its stack. */
  boolean isWatched() {
    return supervisor.handle().isPresent();
  }
}
