package org.okno.engines.connect;

import java.util.HashMap;
import java.util.Map;

/** The configuration of a Connect worker that is alone. */
final class WorkerSettings {

  /**
   * Found by the class path; values of connectors that name an environment variable are read here,
   * never stored.
   */
  private static final Map<String, String> PLUGINS =
      Map.of(
          "plugin.discovery", "service_load",
          "config.providers", "env",
          "config.providers.env.class",
              "org.apache.kafka.common.config.provider.EnvVarConfigProvider",
          "config.providers.env.param.allowlist.pattern", "^OKNO_.*");

  /** After a crash the worker takes its own tasks back as soon as its former self has timed out. */
  private static final Map<String, String> QUICK =
      Map.of(
          "scheduled.rebalance.max.delay.ms", "0",
          "session.timeout.ms", "6000",
          "heartbeat.interval.ms", "2000",
          "offset.flush.interval.ms", "1000");

  private WorkerSettings() {}

  static Map<String, String> of(String bootstrapServers, int port) {
    Map<String, String> settings = new HashMap<>(PLUGINS);
    settings.putAll(QUICK);
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("group.id", "okno-connect");
    settings.put("listeners", "http://127.0.0.1:" + port);
    settings.put("rest.advertised.host.name", "127.0.0.1");
    settings.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
    settings.put("value.converter", "org.apache.kafka.connect.storage.StringConverter");
    for (String kind : new String[] {"config", "offset", "status"}) {
      settings.put(kind + ".storage.topic", "okno.connect." + kind);
      settings.put(kind + ".storage.replication.factor", "1");
    }
    settings.put("offset.storage.partitions", "1");
    settings.put("status.storage.partitions", "1");
    return settings;
  }
}
