package org.okno.engines.stack;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.okno.engines.Engine;
import org.okno.engines.EngineException;
import org.okno.engines.Folders;
import org.okno.engines.connect.Connect;
import org.okno.engines.identity.Issuer;
import org.okno.engines.kafka.Broker;
import org.okno.engines.kafka.HangingTransactions;
import org.okno.engines.postgres.Postgres;
import org.okno.engines.service.ServiceProcess;

/**
 * All parts of Okno on this machine. Independent parts start concurrently: each as soon as what it
 * needs is ready, then the connectors.
 */
public final class Stack implements AutoCloseable {

  /** The number of a second instance of a service. */
  private static final int SECOND = 2;

  /** How many instances of a service there may be. */
  static final int MAX_INSTANCES = SECOND;

  private static final Duration CONNECTOR_TIMEOUT = Duration.ofSeconds(90);

  private final Settings settings;
  private final Links links;
  private final Secrets secrets;
  private final Issuer issuer;
  private final Broker broker;
  private final Postgres postgres;
  private final Connect connect;
  private final HangingTransactions hangingTransactions;
  private final Map<Part, Engine> engines = new EnumMap<>(Part.class);
  private final Map<Part, ServiceProcess> secondInstances = new ConcurrentHashMap<>();
  private final ReentrantLock startInProgress = new ReentrantLock();
  private volatile boolean stopping;

  public Stack(Settings settings) {
    this(settings, Links.none());
  }

  /** The same with other ways from clients to the engines. */
  public Stack(Settings settings, Links links) {
    this.settings = settings;
    this.links = links;
    this.secrets = Secrets.in(settings.data());
    var home = settings.home();
    var data = settings.data();
    var ports = settings.ports();
    issuer = settings.issuer();
    broker =
        new Broker(
            home,
            data.resolve("kafka"),
            ports.of(Part.KAFKA),
            settings.log(Part.KAFKA),
            links.listeners(),
            secrets.kafkaUsers(),
            settings.certificates());
    hangingTransactions = new HangingTransactions(broker, Clock.systemUTC());
    postgres =
        new Postgres(
            home,
            data.resolve("postgres"),
            ports.of(Part.POSTGRES),
            secrets.superuser(),
            settings.log(Part.POSTGRES));
    Environment environment = new Environment(settings, links);
    connect =
        new Connect(
            home,
            data.resolve("connect"),
            environment.kafka(Part.CONNECT),
            ports.of(Part.CONNECT),
            environment.ofConnect(),
            secrets.connect(),
            settings.log(Part.CONNECT));
    engines.put(Part.KAFKA, broker);
    engines.put(Part.POSTGRES, postgres);
    engines.put(Part.CONNECT, connect);
    for (Part service : Part.services()) {
      engines.put(service, service(settings, service, 1));
    }
    engines.keySet().retainAll(settings.parts());
  }

  private ServiceProcess service(Settings settings, Part service, int instance) {
    return new ServiceProcess(
        settings.home(),
        service.label(),
        settings.url(service),
        () -> new Environment(settings, links).of(service, instance),
        settings.log(service, instance),
        service.priority());
  }

  public Settings settings() {
    return settings;
  }

  /**
   * A second instance of a service, on a free port, with a log and a state folder of its own; the
   * same at each call. It is started, stopped and killed by itself, and stops with the stack.
   */
  public ServiceProcess secondInstance(Part service) {
    return secondInstances.computeIfAbsent(
        service, part -> service(settings.with(part, Ports.random().of(part)), part, SECOND));
  }

  /**
   * A part, to start, stop or kill it alone.
   *
   * @throws EngineException when this stack has no such part
   */
  public Engine part(Part part) {
    return Optional.ofNullable(engines.get(part))
        .orElseThrow(
            () ->
                new EngineException(
                    part.label() + " is not part of this stack: " + engines.keySet()));
  }

  /** Who issues the tokens that the services of this stack accept; serves while the stack runs. */
  public Issuer issuer() {
    return issuer;
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
   * stopped.
   *
   * @throws EngineException that names the part and the cause
   */
  public void start(Progress progress) {
    new PortCheck(settings).requireFree();
    startInProgress.lock();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      startAll(progress, threads);
    } catch (CompletionException e) {
      stopParts();
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new EngineException("The stack did not start. " + cause.getMessage(), cause);
    } finally {
      startInProgress.unlock();
    }
  }

  private void startAll(Progress progress, ExecutorService threads) {
    settings.certificates().renew();
    issuer.start();
    Map<Part, CompletableFuture<Void>> started = new EnumMap<>(Part.class);
    for (Part part : Part.values()) { // what a part needs is before it
      started.put(
          part, after(started, part.needs()).thenRunAsync(() -> startOne(part, progress), threads));
    }
    CompletableFuture<?>[] flow =
        Part.services().stream()
            .map(
                service ->
                    after(started, EnumSet.of(service, Part.CONNECT))
                        .thenRunAsync(() -> connectJournal(service, progress), threads))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(flow).join();
  }

  private static CompletableFuture<Void> after(
      Map<Part, CompletableFuture<Void>> started, Set<Part> parts) {
    return CompletableFuture.allOf(
        parts.stream().map(started::get).toArray(CompletableFuture[]::new));
  }

  private void startOne(Part part, Progress progress) {
    switch (part) {
      case POSTGRES -> startPostgres(progress);
      case KAFKA, CONNECT -> start(part, progress);
      case INTAKE, ROUTING, CASE, ANALYTICS -> startService(part, progress);
    }
  }

  /** Starts PostgreSQL with a database for each service. */
  private void startPostgres(Progress progress) {
    start(Part.POSTGRES, progress);
    if (engines.containsKey(Part.POSTGRES)) {
      for (Part service : Part.services()) {
        String owner = Environment.owner(service);
        postgres.createDatabase(service.label(), owner, secrets.owner(service));
        postgres.createServiceRoles(service.label(), owner, secrets.service(service));
      }
    }
  }

  private void start(Part part, Progress progress) {
    Engine engine = engines.get(part);
    if (stopping) {
      throw new EngineException("It was stopped during its start.");
    }
    if (engine != null) {
      progress.starting(part);
      long begin = System.nanoTime();
      engine.start();
      progress.ready(part, Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  private void startService(Part service, Progress progress) {
    start(service, progress);
    if (engines.containsKey(service) && engines.containsKey(Part.POSTGRES)) {
      postgres.revokeRoleRights(Environment.owner(service));
    }
  }

  /** Streams a service's journal; a ready service has created the publication and the role. */
  private void connectJournal(Part service, Progress progress) {
    if (!service.hasJournal()
        || !engines.containsKey(service)
        || !engines.containsKey(Part.CONNECT)) {
      return;
    }
    connect.register(settings.home().connectors().resolve(service.label() + ".json"));
    connect.awaitRunning(service.label(), CONNECTOR_TIMEOUT);
    progress.step("connector " + service.label() + " runs");
  }

  /**
   * Restarts the broker if a coordinator is out of sync with its log after a crash.
   *
   * @return true if it had to
   */
  public boolean restartBrokerIfOutOfSync() {
    if (!engines.containsKey(Part.KAFKA) || !broker.isOutOfSync()) {
      return false;
    }
    broker.stop();
    broker.start();
    return true;
  }

  /**
   * Repairs what a crash left behind and a restart of a part does not, as an operator does in
   * production: aborts hanging transactions and restarts failed connectors. To be called each
   * second or so. Does not throw when a part is down.
   *
   * @param log receives a message for each repair
   */
  public void repair(Consumer<String> log) {
    repair(log, this::whileStopped);
  }

  /**
   * The same for a caller that watches the parts.
   *
   * @param whileStopped calls {@link #whileStopped}, so that the caller does not take the part for
   *     dead meanwhile
   */
  public void repair(Consumer<String> log, BiConsumer<Part, Runnable> whileStopped) {
    try {
      abortHangingTransactions(log, whileStopped);
      restartFailedConnectors(log);
    } catch (UncheckedIOException | EngineException e) {
      // Connect went down in between, or the caller is interrupted; the next call repairs it.
      return;
    }
  }

  /** What an operator has to look at: replication slots and free space; empty if all is well. */
  public List<String> warnings() {
    return Warnings.of(
        engines.containsKey(Part.POSTGRES) ? postgres.replicationSlots() : List.of(),
        Warnings.freeBytes(settings.data()));
  }

  /** Runs a repair while a part is stopped; what ran of it before is started afterwards. */
  public void whileStopped(Part part, Runnable repair) {
    List<Engine> running =
        Stream.of(engines.get(part), secondInstances.get(part))
            .filter(one -> one != null && one.process().isPresent())
            .toList();
    running.forEach(Engine::stop);
    try {
      repair.run();
    } finally {
      running.forEach(Engine::start);
    }
  }

  private void abortHangingTransactions(
      Consumer<String> log, BiConsumer<Part, Runnable> whileStopped) {
    if (engines.containsKey(Part.KAFKA)) {
      hangingTransactions
          .abort(new TransactionOwners(whileStopped, this::deleteStreamsState))
          .forEach(log);
    }
  }

  private void deleteStreamsState() {
    Folders.delete(settings.streamsState(1));
    Folders.delete(settings.streamsState(SECOND));
  }

  private void restartFailedConnectors(Consumer<String> log) {
    if (!engines.containsKey(Part.CONNECT) || !connect.isReady()) {
      return;
    }
    Part.services().stream()
        .filter(service -> service.hasJournal() && engines.containsKey(service))
        .map(Part::label)
        .filter(connect::restartFailed)
        .forEach(name -> log.accept("connector " + name + " had failed; it is restarted"));
  }

  /**
   * Stops all parts: services and Connect first, then the engines they depend on. During a start it
   * waits for the parts that were about to start, so that none of them keeps running.
   */
  public void stop() {
    stopping = true;
    stopParts();
    startInProgress.lock();
    try {
      stopParts();
    } finally {
      stopping = false;
      startInProgress.unlock();
    }
  }

  /** True while {@link #stop()} runs. */
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
    issuer.stop();
  }

  private void stopParts(List<Part> some) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      some.forEach(part -> threads.execute(() -> part(part).stop()));
      some.stream()
          .map(secondInstances::get)
          .filter(Objects::nonNull)
          .forEach(second -> threads.execute(second::stop));
    }
  }

  /** The same as {@link #stop()}. */
  @Override
  public void close() {
    stop();
  }
}
