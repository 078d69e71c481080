package org.okno.engines.connect;

import java.util.HashMap;
import java.util.Map;

/** The configuration of a single Connect worker. */
final class WorkerSettings {

  /**
   * Plugins are found on the class path; connector values that refer to an environment variable are
   * resolved in the worker, never stored.
   */
  private static final Map<String, String> PLUGINS =
      Map.of(
          "plugin.discovery", "service_load",
          "config.providers", "env",
          "config.providers.env.class",
              "org.apache.kafka.common.config.provider.EnvVarConfigProvider",
          "config.providers.env.param.allowlist.pattern", "^OKNO_.*");

  /** After a crash the worker gets its tasks back as soon as its former session has timed out. */
  private static final Map<String, String> FAST_RESTART =
      Map.of(
          "scheduled.rebalance.max.delay.ms", "0",
          "session.timeout.ms", "6000",
          "heartbeat.interval.ms", "2000",
          "offset.flush.interval.ms", "1000");

  private WorkerSettings() {}

  static Map<String, String> of(String bootstrapServers, int port) {
    Map<String, String> settings = new HashMap<>(PLUGINS);
    settings.putAll(FAST_RESTART);
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
