package org.okno.engines.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.okno.engines.Engine;
import org.okno.engines.Home;

/** An engine that is a JVM. Its first run records an AOT cache for the next ones. */
public abstract class JvmEngine extends Engine {

  private final Path caches;
  private final Priority priority;
  private volatile @Nullable AotCache cache;

  protected JvmEngine(Home home, String name, Path log) {
    this(home, name, log, Priority.NORMAL);
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
  protected final void start(Jvm jvm, Map<String, String> environment, Duration timeout) {
    AotCache recorded = new AotCache(caches, name(), jvm);
    cache = recorded;
    child().start(priority.applyTo(recorded.command()), environment, timeout, this::isReady);
    child().handle().ifPresent(priority::applyToSession);
  }

  @Override
  protected final void stoppedGracefully() {
    AotCache recorded = cache;
    if (recorded != null) {
      recorded.store();
    }
  }
}
