package org.okno.engines.service;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.okno.engines.Home;

/**
 * Rebuilds the case service's tables from the topics, in a process of its own. The service must be
 * stopped meanwhile; broker, PostgreSQL and Connect must run.
 */
public final class CaseRebuild {

  private static final String MAIN = "org.okno.cases.rebuild.Main";
  private static final List<String> JVM_FLAGS = List.of("-Xmx1g", "-XX:+UseParallelGC");

  private final FastJar jar;
  private final Map<String, String> environment;

  /**
   * @param environment of the service
   */
  public CaseRebuild(Home home, Map<String, String> environment) {
    this.jar = new FastJar(home, "case");
    this.environment = Map.copyOf(environment);
  }

  /**
   * Runs it to its end.
   *
   * @param arguments {@code --dry-run} rebuilds and compares only
   * @param output receives its output, line by line
   * @return 0 on success; in a dry run, only without a difference
   */
  public int run(Consumer<String> output, String... arguments) {
    return jar.jvm(JVM_FLAGS, MAIN, arguments).run(environment, output);
  }
}
