package org.okno.local.run;

import java.time.Duration;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Progress;

/**
 * Keeps the state file up with a start, so that nothing is left unknown should this process be
 * killed meanwhile.
 *
 * @param next hears it too
 * @param record writes the state file
 */
record Recording(Progress next, Runnable record) implements Progress {

  @Override
  public void starting(Part part) {
    next.starting(part);
  }

  @Override
  public void ready(Part part, Duration took) {
    record.run();
    next.ready(part, took);
  }

  @Override
  public void step(String what) {
    next.step(what);
  }
}
