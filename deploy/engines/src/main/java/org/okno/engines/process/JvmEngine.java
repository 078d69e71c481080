package org.okno.engines.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.okno.engines.Home;

/** An engine that is a JVM. Its first run teaches the next ones to start quickly. */
public abstract class JvmEngine extends ProcessEngine {

  private final Path caches;
  private final Priority priority;
  private volatile @Nullable AotCache cache;

  protected JvmEngine(Home home, String name, Path log) {
    this(home, name, log, Priority.USUAL);
  }

  protected JvmEngine(Home home, String name, Path log, Priority priority) {
    super(name, log, Signal.TERMINATE);
    this.caches = home.aotCaches();
    this.priority = priority;
  }

  /**
   * Starts it and returns when it {@link #isReady()}.
   *
   * @param environment added to the environment of this process
   */
  protected final void start(Jvm jvm, Map<String, String> environment, Duration limit) {
    AotCache learnt = new AotCache(caches, name(), jvm);
    cache = learnt;
    child().start(priority.of(learnt.command()), environment, limit, this::isReady);
    child().handle().ifPresent(priority::give);
  }

  @Override
  protected final void endedInGoodOrder() {
    AotCache learnt = cache;
    if (learnt != null) {
      learnt.keep();
    }
  }
}
