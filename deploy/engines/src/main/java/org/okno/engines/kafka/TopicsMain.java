package org.okno.engines.kafka;

import java.nio.file.Path;

/** Creates missing topics on any cluster; in production too. */
public final class TopicsMain {

  private TopicsMain() {}

  /** Arguments: the bootstrap servers, the topic definitions. */
  public static void main(String[] arguments) throws Exception {
    Topics.read(Path.of(arguments[1])).createMissing(arguments[0]);
  }
}
