package org.okno.engines.stack;

import java.time.Duration;

/** Is notified of the progress of a start, from several threads. */
public interface Progress {

  default void starting(Part part) {}

  default void ready(Part part, Duration took) {}

  /** A step other than a part, such as a registered connector. */
  default void step(String what) {}

  /** Ignores all. */
  static Progress silent() {
    return new Progress() {};
  }
}
