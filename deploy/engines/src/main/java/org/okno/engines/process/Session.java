package org.okno.engines.process;

import java.util.List;

/** Starts a child outside of the terminal's process group. */
final class Session {

  private static final List<String> PREFIX =
      Programs.find("setsid").map(setsid -> List.of(setsid.toString())).orElse(List.of());

  private Session() {}

  /**
   * {@code setsid}, which execs the command, so that the process id does not change; or nothing.
   */
  static List<String> prefix() {
    return PREFIX;
  }
}
