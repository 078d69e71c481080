package org.okno.engines.stack;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.okno.engines.Engine;
import org.okno.engines.EngineException;
import org.okno.engines.connect.Connect;
import org.okno.engines.kafka.Broker;
import org.okno.engines.kafka.HangingTransactions;
import org.okno.engines.postgres.Postgres;
import org.okno.engines.service.ServiceProcess;

/**
 * All parts of Okno on this machine. What does not wait for another starts at the same time: broker
 * and PostgreSQL, then Connect and the services, then the connectors.
 */
public final class Stack implements AutoCloseable {

  private static final Duration CONNECTOR_LIMIT = Duration.ofSeconds(90);

  private final Settings settings;
  private final Secrets secrets;
  private final Broker broker;
  private final Postgres postgres;
  private final Connect connect;
  private final HangingTransactions hangingTransactions;
  private final Map<Part, Engine> engines = new EnumMap<>(Part.class);
  private final ReentrantLock startUnderWay = new ReentrantLock();
  private volatile boolean stopping;

  public Stack(Settings settings) {
    this.settings = settings;
    this.secrets = Secrets.in(settings.data());
    Environment environment = new Environment(settings, secrets);
    var home = settings.home();
    var data = settings.data();
    var ports = settings.ports();
    broker =
        new Broker(home, data.resolve("kafka"), ports.of(Part.KAFKA), settings.log(Part.KAFKA));
    hangingTransactions = new HangingTransactions(broker, Clock.systemUTC());
    postgres =
        new Postgres(
            home,
            data.resolve("postgres"),
            ports.of(Part.POSTGRES),
            secrets.superuser(),
            settings.log(Part.POSTGRES));
    connect =
        new Connect(
            home,
            data.resolve("connect"),
            broker.bootstrapServers(),
            ports.of(Part.CONNECT),
            environment.ofConnect(),
            settings.log(Part.CONNECT));
    engines.put(Part.KAFKA, broker);
    engines.put(Part.POSTGRES, postgres);
    engines.put(Part.CONNECT, connect);
    for (Part service : Part.services()) {
      engines.put(
          service,
          new ServiceProcess(
              home,
              service.label(),
              settings.url(service),
              environment.of(service),
              settings.log(service),
              service.priority()));
    }
    engines.keySet().retainAll(settings.parts());
  }

  public Settings settings() {
    return settings;
  }

  /**
   * A part, to be started, stopped or killed by itself.
   *
   * @throws EngineException when this stack was made without it
   */
  public Engine part(Part part) {
    return Optional.ofNullable(engines.get(part))
        .orElseThrow(
            () ->
                new EngineException(
                    part.label() + " is not part of this stack: " + engines.keySet()));
  }

  public Broker broker() {
    return broker;
  }

  public Postgres postgres() {
    return postgres;
  }

  public Connect connect() {
    return connect;
  }

  /**
   * Starts every part and returns when the flow is ready end to end. When one cannot start, all are
   * stopped again.
   *
   * @throws EngineException that says which part and why
   */
  public void start(Progress progress) {
    new PortCheck(settings).requireFree();
    startUnderWay.lock();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      startAll(progress, threads);
    } catch (CompletionException e) {
      stopParts();
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new EngineException("The stack did not start. " + cause.getMessage(), cause);
    } finally {
      startUnderWay.unlock();
    }
  }

  private void startAll(Progress progress, ExecutorService threads) {
    var databases = CompletableFuture.runAsync(() -> startPostgres(progress), threads);
    var log = CompletableFuture.runAsync(() -> start(Part.KAFKA, progress), threads);
    var worker = log.thenRunAsync(() -> start(Part.CONNECT, progress), threads);
    var engines = CompletableFuture.allOf(databases, log);
    CompletableFuture<?>[] flow =
        Part.services().stream()
            .map(
                service -> {
                  var started = engines.thenRunAsync(() -> start(service, progress), threads);
                  return CompletableFuture.allOf(started, worker)
                      .thenRunAsync(() -> connectJournal(service, progress), threads);
                })
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(flow).join();
  }

  /** Starts PostgreSQL with a database for each service. */
  private void startPostgres(Progress progress) {
    start(Part.POSTGRES, progress);
    if (engines.containsKey(Part.POSTGRES)) {
      for (Part service : Part.services()) {
        postgres.createDatabase(
            service.label(), Environment.owner(service), secrets.owner(service));
      }
    }
  }

  private void start(Part part, Progress progress) {
    Engine engine = engines.get(part);
    if (stopping) {
      throw new EngineException("It was stopped while it started.");
    }
    if (engine != null) {
      progress.starting(part);
      long begin = System.nanoTime();
      engine.start();
      progress.ready(part, Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  /**
   * Streams a service's journal; the service has made the publication and the role when it is
   * ready.
   */
  private void connectJournal(Part service, Progress progress) {
    if (!service.hasJournal()
        || !engines.containsKey(service)
        || !engines.containsKey(Part.CONNECT)) {
      return;
    }
    connect.register(settings.home().connectors().resolve(service.label() + ".json"));
    connect.awaitRunning(service.label(), CONNECTOR_LIMIT);
    progress.step("journal of " + service.label() + " flows");
  }

  /**
   * Starts a broker anew whose coordinator has lost step with its log after a crash. True when it
   * had to.
   */
  public boolean restartBrokerOutOfStep() {
    if (!engines.containsKey(Part.KAFKA) || !broker.isOutOfStep()) {
      return false;
    }
    broker.stop();
    broker.start();
    return true;
  }

  /**
   * Puts right what a crash left behind and no start of a part mends, as an operator does in
   * production: transactions that stand open for ever are undone, and what has failed in the
   * connectors is started again. To be called each second or so. Does not throw when a part is
   * away.
   *
   * @param say takes a sentence for each thing that was mended
   */
  public void mend(Consumer<String> say) {
    endHangingTransactions(say);
    try {
      restartFailedConnectors(say);
    } catch (UncheckedIOException | EngineException e) {
      // Connect went away in between, or the caller is interrupted; the next look finds it.
      return;
    }
  }

  private void endHangingTransactions(Consumer<String> say) {
    if (engines.containsKey(Part.KAFKA)) {
      hangingTransactions.end().forEach(say);
    }
  }

  private void restartFailedConnectors(Consumer<String> say) {
    if (!engines.containsKey(Part.CONNECT) || !connect.isReady()) {
      return;
    }
    Part.services().stream()
        .filter(service -> service.hasJournal() && engines.containsKey(service))
        .map(Part::label)
        .filter(connect::restartFailed)
        .forEach(name -> say.accept("the journal of " + name + " had failed; it is started again"));
  }

  /**
   * Stops all parts: services and Connect first, then the engines they stand on. During a start it
   * waits for the parts that were about to start, so that none of them is left.
   */
  public void stop() {
    stopping = true;
    stopParts();
    startUnderWay.lock();
    try {
      stopParts();
    } finally {
      stopping = false;
      startUnderWay.unlock();
    }
  }

  /** True while {@link #stop()} is at work. */
  public boolean isStopping() {
    return stopping;
  }

  private void stopParts() {
    stopParts(
        engines.keySet().stream()
            .filter(part -> part.isService() || part == Part.CONNECT)
            .toList());
    stopParts(
        engines.keySet().stream()
            .filter(part -> part == Part.KAFKA || part == Part.POSTGRES)
            .toList());
  }

  private void stopParts(List<Part> some) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      some.forEach(part -> threads.execute(() -> part(part).stop()));
    }
  }

  /** The same as {@link #stop()}. */
  @Override
  public void close() {
    stop();
  }
}
