package org.okno.bench.stack;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.okno.engines.Await;
import org.okno.engines.Engine;
import org.okno.engines.Folders;
import org.okno.engines.Home;
import org.okno.engines.stack.Links;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;
import org.okno.engines.stack.Progress;
import org.okno.engines.stack.Settings;
import org.okno.engines.stack.Stack;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;

/**
 * A stack of its own for one measurement, on free ports of 127.0.0.1, with empty data below {@code
 * bench/target}. Closing it stops it and deletes its data.
 */
public final class BenchStack implements AutoCloseable {

  private final Stack stack;
  private final Instances instances;
  private final Services services;
  private boolean kept;

  private BenchStack(Stack stack, int instances) {
    this.stack = stack;
    this.instances = new Instances(stack, instances);
    // Ctrl-C must not leave seven processes behind: they run in their own sessions.
    Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop the stack"));
    services = this.instances.services();
  }

  /** Starts these parts and returns when they are ready. */
  public static BenchStack start(String name, Set<Part> parts) {
    BenchStack bench = prepare(name, parts);
    System.out.println(
        "Starting a stack of its own: " + parts.stream().map(Part::label).sorted().toList());
    bench.stack.start(Progress.silent());
    return bench;
  }

  /**
   * Every part on these ports, not started; clients reach the engines through links of the caller.
   *
   * @param instances how often each service runs: 1 or 2; its clients use them in turn
   */
  public static BenchStack prepare(String name, Ports ports, Links links, int instances) {
    Settings settings = Settings.of(Home.find(), emptyData(name), ports);
    return new BenchStack(new Stack(settings, links), instances);
  }

  /** Starts it and returns when it is ready. */
  public void start() {
    stack.start(Progress.silent());
    instances.startSecond();
  }

  /** These parts, not started. */
  public static BenchStack prepare(String name, Set<Part> parts) {
    Settings settings = Settings.of(Home.find(), emptyData(name), Ports.random());
    return new BenchStack(new Stack(settings.only(parts)), 1);
  }

  private static Path emptyData(String name) {
    Path data = Home.find().root().resolve("bench/target/stack-" + name);
    Folders.delete(data);
    return data;
  }

  public Stack stack() {
    return stack;
  }

  /** The services as somebody. */
  public Services as(Caller caller) {
    return services.as(caller);
  }

  /** The services as nobody, for those who call as several. */
  public Services services() {
    return services;
  }

  /** The processes of a part. */
  public List<Engine> instances(Part part) {
    return instances.of(part);
  }

  public Path data() {
    return stack.settings().data();
  }

  /** The single number that a query of a service's database returns. */
  public long number(Part service, String query) {
    try (Connection connection = stack.postgres().connect(service.label());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot query the database of " + service.label(), e);
    }
  }

  public long cases() {
    return number(Part.CASE, "select count(*) from cases");
  }

  /** Counts the cases of requests posted from now on; all earlier ones must have theirs. */
  public NewCaseCounter newCaseCounter() {
    try {
      return new NewCaseCounter(stack.postgres().connect(Part.CASE.label()));
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot query the database of case", e);
    }
  }

  /** Waits until every request has its case, so that no earlier work is left. */
  public void settle(Duration timeout) {
    long requests = number(Part.INTAKE, "select count(*) from request");
    await(timeout, () -> cases() >= requests, "Some requests have no case yet");
  }

  /** Waits until the daily summary has processed all. */
  public void awaitSummary(Duration timeout) {
    await(timeout, this::isSummarySettled, "The summary did not settle");
  }

  private boolean isSummarySettled() {
    return as(Caller.ANALYST)
        .get("analytics", "/v1/reconciliation")
        .body()
        .path("settled")
        .asBoolean();
  }

  private static void await(Duration timeout, BooleanSupplier condition, String otherwise) {
    if (!Await.until(timeout, condition)) {
      throw new IllegalStateException(otherwise);
    }
  }

  /** Memory the JVM of a service has in use on its heap, in MiB. */
  public double heap(Part service) {
    String metrics = Metrics.read(stack.settings().url(service));
    return Metrics.sum(metrics, "jvm_memory_used_bytes", "area=\"heap\"") / (1 << 20);
  }

  /** Memory of the process of a part, in MiB. */
  public double residentMemory(Part part) {
    return stack.part(part).process().map(ResidentMemory::of).orElse(0.0);
  }

  /** How many series of metrics a service has. */
  public long metricSeries(Part service) {
    return Metrics.series(Metrics.read(stack.settings().url(service)));
  }

  /** Keeps data and logs when it closes, to find a cause. */
  public void keep() {
    kept = true;
    System.out.println("Its data and logs are kept in " + data());
  }

  @Override
  public void close() {
    services.close();
    stack.stop();
    if (!kept) {
      Folders.delete(data());
    }
  }

  /** Every part. */
  public static Set<Part> whole() {
    return Set.of(Part.values());
  }
}
