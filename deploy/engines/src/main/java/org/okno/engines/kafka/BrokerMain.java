package org.okno.engines.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * The broker's own JVM: formats its storage on first use, starts, creates the topics and grants
 * access, then writes the file that signals readiness.
 */
public final class BrokerMain {

  private BrokerMain() {}

  /**
   * Arguments: the broker's properties, the settings of an administrator's client, the topic
   * definitions, the access, the file to write when ready.
   */
  public static void main(String[] arguments) throws Exception {
    Path settings = Path.of(arguments[0]);
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(settings)) {
      properties.load(reader);
    }
    format(settings, Path.of(properties.getProperty("log.dirs")));
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
    server.startup();
    TopicsMain.prepare(Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
    Files.writeString(Path.of(arguments[4]), Long.toString(ProcessHandle.current().pid()));
    server.awaitShutdown();
  }

  private static void format(Path settings, Path records) throws IOException {
    if (Files.exists(records.resolve("meta.properties"))) {
      return;
    }
    String[] command = {
      "format",
      "--cluster-id",
      Uuid.randomUuid().toString(),
      "--config",
      settings.toString(),
      "--feature",
      "transaction.version=2"
    };
    if (StorageTool.execute(command, System.out) != 0) {
      throw new IOException(
          "Cannot format the broker's storage in " + records + "; the reason is printed above");
    }
  }
}
