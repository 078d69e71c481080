package org.okno.engines.stack;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The environment variables that tell a part where the others are, and its passwords. */
public final class Environment {

  private final Settings settings;
  private final Secrets secrets;

  public Environment(Settings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  /** What a service is told, in whichever mode it runs. */
  public Map<String, String> of(Part service) {
    Map<String, String> told = new HashMap<>();
    told.put("QUARKUS_HTTP_HOST", settings.host());
    told.put("QUARKUS_HTTP_PORT", String.valueOf(settings.ports().of(service)));
    told.put(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://127.0.0.1:"
            + settings.ports().of(Part.POSTGRES)
            + "/"
            + service.label());
    told.put("QUARKUS_DATASOURCE_USERNAME", owner(service));
    told.put("QUARKUS_DATASOURCE_PASSWORD", secrets.owner(service));
    told.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + settings.ports().of(Part.KAFKA));
    told.put("OKNO_REPLICATION_PASSWORD", secrets.replication(service));
    told.putAll(particular(service));
    return told;
  }

  /** What the connectors name as {@code ${env:…}}. */
  public Map<String, String> ofConnect() {
    Map<String, String> told = new HashMap<>();
    told.put("OKNO_POSTGRES_HOST", "127.0.0.1");
    told.put("OKNO_POSTGRES_PORT", String.valueOf(settings.ports().of(Part.POSTGRES)));
    for (Part service : Part.services()) {
      String name = service.label().toUpperCase(Locale.ROOT);
      told.put("OKNO_" + name + "_REPLICATION_PASSWORD", secrets.replication(service));
    }
    return told;
  }

  /** The role that owns a service's database. */
  static String owner(Part service) {
    return "okno_" + service.label();
  }

  private Map<String, String> particular(Part service) {
    return switch (service) {
      case INTAKE ->
          Map.of("OKNO_VAULT_KEYSET", settings.data().resolve("vault-keyset.json").toString());
      case ROUTING ->
          Map.of(
              "OKNO_DIRECTORY_SEED",
              settings.home().root().resolve("deploy/local/region/directory.json").toString());
      case ANALYTICS -> Map.of("OKNO_STREAMS_STATE", settings.data().resolve("streams").toString());
      case CASE, POSTGRES, KAFKA, CONNECT -> Map.of();
    };
  }
}
