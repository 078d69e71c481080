package org.okno.engines.process;

import java.util.List;

/** Keeps a child out of the terminal's process group. */
final class Session {

  private static final List<String> PREFIX =
      Programs.find("setsid").map(setsid -> List.of(setsid.toString())).orElse(List.of());

  private Session() {}

  /**
   * {@code setsid}, which becomes the command itself, so that the process id stays the same; or
   * nothing.
   */
  static List<String> prefix() {
    return PREFIX;
  }
}
