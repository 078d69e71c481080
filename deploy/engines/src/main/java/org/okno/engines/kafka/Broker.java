package org.okno.engines.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.okno.engines.Home;
import org.okno.engines.process.Jvm;
import org.okno.engines.process.JvmEngine;

/**
 * One Kafka broker and controller (KRaft) on 127.0.0.1. Topics are never made by themselves; those
 * of the definition file are made at each start, where they are missing.
 */
public final class Broker extends JvmEngine {

  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final List<String> JVM_FLAGS =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true");

  private static final String OUT_OF_STEP = "is out of sync with the underlying log";

  private final Home home;
  private final Path folder;
  private final int port;
  private volatile long logBegin;

  /**
   * @param folder takes the log of records; kept from one start to the next
   */
  public Broker(Home home, Path folder, int port, Path log) {
    super(home, "kafka", log);
    this.home = home;
    this.folder = folder.toAbsolutePath();
    this.port = port;
  }

  /** What clients take as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void start() {
    if (child().isAlive()) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(readyFile());
      logBegin = Files.exists(log()) ? Files.size(log()) : 0;
      Jvm jvm =
          Jvm.engine(
              home,
              BrokerMain.class,
              JVM_FLAGS,
              writeSettings().toString(),
              home.topics().toString(),
              readyFile().toString());
      start(jvm, Map.of(), START_LIMIT);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the broker in " + folder, e);
    }
  }

  @Override
  public boolean isReady() {
    return child().isAlive() && Files.exists(readyFile()) && answers();
  }

  /**
   * True when, since its last start, a group coordinator has lost step with its log. Kafka 4.3.1
   * can come to this after a crash, though the log is whole; it then takes no consumer's place and
   * no transaction until it is started again. See docs/decisions/0011.
   */
  public boolean isOutOfStep() {
    if (!child().isAlive()) {
      return false;
    }
    try (var lines = Files.newInputStream(log())) {
      lines.skipNBytes(Math.min(logBegin, Files.size(log())));
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).contains(OUT_OF_STEP);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Makes the topics of a definition file, where they are missing.
   *
   * @param definitions in the form of {@code deploy/topics/topics.json}
   * @throws org.okno.engines.EngineException with what went wrong
   */
  public void createTopics(Path definitions) {
    Jvm.engine(
            home,
            TopicsMain.class,
            List.of("-XX:+UseSerialGC"),
            bootstrapServers(),
            definitions.toString())
        .run();
  }

  private Path readyFile() {
    return folder.resolve("ready");
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Path writeSettings() throws IOException {
    Properties settings = new Properties();
    settings.putAll(BrokerSettings.of(port, freePort(), folder.resolve("records")));
    Path file = folder.resolve("broker.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      settings.store(writer, "Written anew at each start");
    }
    return file;
  }

  /**
   * The controller listens for this process alone: any port will do, and another one at each start.
   */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
