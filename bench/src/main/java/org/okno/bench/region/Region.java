package org.okno.bench.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.okno.engines.Home;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;
import org.okno.engines.stack.Progress;
import org.okno.engines.stack.Settings;
import org.okno.engines.stack.Stack;
import org.okno.local.client.Services;

/**
 * A stack of its own for one measurement, on free ports of 127.0.0.1, with empty data below {@code
 * bench/target}. Closing it stops it and deletes its data.
 */
public final class Region implements AutoCloseable {

  private final Stack stack;
  private final Services services;
  private boolean kept;

  private Region(Stack stack) {
    this.stack = stack;
    // Ctrl-C must not leave seven processes behind: they have sessions of their own.
    Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop the stack"));
    Function<Part, URI> url = stack.settings()::url;
    services = new Services(Part.services().stream().collect(Collectors.toMap(Part::label, url)));
  }

  /** Starts these parts and returns when they are ready. */
  public static Region start(String name, Set<Part> parts) {
    Region region = prepare(name, parts);
    System.out.println(
        "Starting a stack of its own: " + parts.stream().map(Part::label).sorted().toList());
    region.stack.start(Progress.silent());
    return region;
  }

  /** The same, not started. */
  public static Region prepare(String name, Set<Part> parts) {
    Home home = Home.find();
    Path data = home.root().resolve("bench/target/stack-" + name);
    delete(data);
    return new Region(new Stack(Settings.of(home, data, Ports.random()).only(parts)));
  }

  public Stack stack() {
    return stack;
  }

  public Services services() {
    return services;
  }

  public Path data() {
    return stack.settings().data();
  }

  /** The one number that a query of a service's database answers. */
  public long number(Part service, String query) {
    try (Connection connection = stack.postgres().connect(service.label());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot ask the database of " + service.label(), e);
    }
  }

  public long cases() {
    return number(Part.CASE, "select count(*) from cases");
  }

  /** Counts the cases of requests made from now on; all earlier ones must have theirs. */
  public NewCases newCases() {
    try {
      return new NewCases(stack.postgres().connect(Part.CASE.label()));
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot ask the database of case", e);
    }
  }

  /** Waits until every request has its case, so that nothing of earlier work is under way. */
  public void settle(Duration timeout) throws InterruptedException {
    long requests = number(Part.INTAKE, "select count(*) from request");
    await(timeout, () -> cases() >= requests, "Some requests have no case yet");
  }

  /** Waits until all that came in is in the daily summary too. */
  public void awaitSummary(Duration timeout) throws InterruptedException {
    await(timeout, this::isSummarySettled, "The summary does not come to rest");
  }

  private boolean isSummarySettled() {
    return services.get("analytics", "/v1/reconciliation").body().path("settled").asBoolean();
  }

  private static void await(Duration timeout, BooleanSupplier condition, String otherwise)
      throws InterruptedException {
    long until = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException(otherwise);
      }
      Thread.sleep(500);
    }
  }

  /** Memory the JVM of a service has in use on its heap, in MiB. */
  public double heap(Part service) {
    String metrics = Metrics.read(stack.settings().url(service));
    return Metrics.sum(metrics, "jvm_memory_used_bytes", "area=\"heap\"") / (1 << 20);
  }

  /** Leaves data and logs where they are when it closes, for whoever looks for a cause. */
  public void keep() {
    kept = true;
    System.out.println("Its data and logs are kept in " + data());
  }

  @Override
  public void close() {
    services.close();
    stack.stop();
    if (!kept) {
      delete(data());
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }

  /** Every part. */
  public static Set<Part> whole() {
    return Set.of(Part.values());
  }
}
