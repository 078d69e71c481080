package org.okno.engines.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The configuration of a single broker: small and quick to start, otherwise Kafka's defaults. */
final class BrokerSettings {

  /**
   * A new group's first member does not wait for others; and after a crash the controller refuses
   * the restarted broker until the session of the former one times out (9 s by default).
   */
  private static final Map<String, String> FAST_RESTART =
      Map.of(
          "group.initial.rebalance.delay.ms", "0",
          "add.partitions.to.txn.retry.backoff.ms", "1",
          "broker.heartbeat.interval.ms", "500",
          "broker.session.timeout.ms", "3000",
          "offsets.topic.num.partitions", "5",
          "transaction.state.log.num.partitions", "5",
          "share.coordinator.state.topic.num.partitions", "1");

  private static final Map<String, String> SINGLE_BROKER =
      Map.of(
          "default.replication.factor", "1",
          "offsets.topic.replication.factor", "1",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1");

  private BrokerSettings() {}

  static Map<String, String> of(int port, int controllerPort, Path records) {
    Map<String, String> settings = new HashMap<>(FAST_RESTART);
    settings.putAll(SINGLE_BROKER);
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put(
        "listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
    settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", "CLIENTS");
    settings.put("log.dirs", records.toString());
    settings.put("auto.create.topics.enable", "false");
    return settings;
  }
}
