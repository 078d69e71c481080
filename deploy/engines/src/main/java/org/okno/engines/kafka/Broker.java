package org.okno.engines.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.okno.engines.Home;
import org.okno.engines.certificates.Certificates;
import org.okno.engines.process.EngineProperties;
import org.okno.engines.process.Jvm;
import org.okno.engines.process.JvmEngine;

/**
 * One Kafka broker and controller (KRaft) on 127.0.0.1. It lets in its users only, over TLS, and
 * each may do what the access file gives. Topics are not auto-created; missing topics of the
 * definition file are created at each start.
 */
public final class Broker extends JvmEngine {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(120);
  private static final List<String> JVM_FLAGS =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true");

  private static final String SECURE = "SASL_SSL";
  private static final String OUT_OF_SYNC = "is out of sync with the underlying log";

  private final Home home;
  private final Path folder;
  private final int port;
  private final List<Listener> more;
  private final KafkaUsers users;
  private final Certificates certificates;
  private volatile long logStart;

  /**
   * @param folder for its log segments; reused at the next start
   * @param more listeners besides the one of {@code port}
   * @param certificates must exist before it starts
   */
  public Broker(
      Home home,
      Path folder,
      int port,
      Path log,
      List<Listener> more,
      KafkaUsers users,
      Certificates certificates) {
    super(home, "kafka", log);
    this.home = home;
    this.folder = folder.toAbsolutePath();
    this.port = port;
    this.more = List.copyOf(more);
    this.users = users;
    this.certificates = certificates;
  }

  /** How the administrator connects, who may do everything. */
  public ClientSettings administrator() {
    return client(KafkaUsers.ADMINISTRATOR);
  }

  /** How a user connects. */
  public ClientSettings client(String user) {
    return ClientSettings.of("127.0.0.1:" + port, users.jaasConfig(user), certificates.authority());
  }

  /** The administrator's settings as a file for Kafka's tools; it is there when the broker runs. */
  public Path administratorFile() {
    return folder.resolve("administrator.properties");
  }

  @Override
  public void start() {
    if (child().isAlive()) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(readyFile());
      logStart = Files.exists(log()) ? Files.size(log()) : 0;
      administrator().write(administratorFile());
      Jvm jvm =
          Jvm.engine(
              home,
              BrokerMain.class.getName(),
              JVM_FLAGS,
              writeProperties().toString(),
              administratorFile().toString(),
              home.topics().toString(),
              home.access().toString(),
              readyFile().toString());
      start(jvm, Map.of(), START_TIMEOUT);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the broker in " + folder, e);
    }
  }

  @Override
  public boolean isReady() {
    return child().isAlive() && Files.exists(readyFile()) && isListening();
  }

  /**
   * True when, since its last start, a group coordinator is out of sync with its log. Kafka 4.3.1
   * can get into this state after a crash, though the log is intact; it then accepts no offset
   * commit and no transaction until it is restarted. See docs/decisions/0011.
   */
  public boolean isOutOfSync() {
    if (!child().isAlive()) {
      return false;
    }
    try (var lines = Files.newInputStream(log())) {
      lines.skipNBytes(Math.min(logStart, Files.size(log())));
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).contains(OUT_OF_SYNC);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Creates the missing topics of a definition file.
   *
   * @param definitions in the form of {@code deploy/topics/topics.json}
   * @throws org.okno.engines.EngineException with the cause
   */
  public void createTopics(Path definitions) {
    Jvm.engine(
            home,
            TopicsMain.class.getName(),
            List.of("-XX:+UseSerialGC"),
            administratorFile().toString(),
            definitions.toString(),
            home.access().toString())
        .run();
  }

  private Path readyFile() {
    return folder.resolve("ready");
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Path writeProperties() throws IOException {
    String clients = "CLIENTS://127.0.0.1:" + port;
    String controller = "127.0.0.1:" + freePort();
    Map<String, String> properties = new HashMap<>();
    properties.put(
        "listeners", clients + ",CONTROLLER://" + controller + joined(Listener::address));
    properties.put("advertised.listeners", clients + joined(Listener::advertisedAddress));
    properties.put(
        "listener.security.protocol.map",
        "CLIENTS:%s,CONTROLLER:%s".formatted(SECURE, SECURE)
            + joined(listener -> listener.name() + ":" + SECURE));
    properties.put("controller.quorum.voters", "1@" + controller);
    properties.put("log.dirs", folder.resolve("records").toString());
    properties.put("ssl.keystore.location", certificates.server().toString());
    properties.put("ssl.truststore.location", certificates.authority().toString());
    properties.put(Listener.jaasConfig("CLIENTS"), users.listener());
    properties.put(Listener.jaasConfig("CONTROLLER"), users.controller());
    more.forEach(
        listener -> properties.put(Listener.jaasConfig(listener.name()), users.listener()));
    return EngineProperties.write("/broker.properties", properties, folder);
  }

  private String joined(Function<Listener, String> part) {
    return more.stream().map(part.andThen(text -> "," + text)).collect(Collectors.joining());
  }

  /** Only this process connects to the controller: any free port, a new one at each start. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
