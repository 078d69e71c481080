package org.okno.engines.stack;

import java.time.Duration;

/** Hears how a start goes on; from several threads. */
public interface Progress {

  void starting(Part part);

  void ready(Part part, Duration took);

  /** A step that is no part of its own, such as registering the connectors. */
  void step(String what);

  /** Hears nothing. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void starting(Part part) {}

      @Override
      public void ready(Part part, Duration took) {}

      @Override
      public void step(String what) {}
    };
  }
}
