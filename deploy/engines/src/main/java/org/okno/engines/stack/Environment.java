package org.okno.engines.stack;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.okno.engines.kafka.ClientSettings;
import org.okno.engines.kafka.KafkaUsers;

/** The environment variables of the parts: addresses of the others, and passwords. */
public final class Environment {

  private final Settings settings;
  private final Links links;
  private final Secrets secrets;

  public Environment(Settings settings) {
    this(settings, Links.none());
  }

  public Environment(Settings settings, Links links) {
    this.settings = settings;
    this.links = links;
    this.secrets = Secrets.in(settings.data());
  }

  /** The environment of a service, built or in dev mode. */
  public Map<String, String> of(Part service) {
    return of(service, 1);
  }

  /** The same of one of several instances. */
  Map<String, String> of(Part service, int instance) {
    Map<String, String> variables = new HashMap<>();
    variables.put("QUARKUS_HTTP_HOST", settings.host());
    variables.put("QUARKUS_HTTP_PORT", String.valueOf(settings.ports().of(service)));
    variables.put(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://127.0.0.1:%d/%s"
            .formatted(links.postgres(service, settings.ports()), service));
    variables.put("QUARKUS_DATASOURCE_USERNAME", owner(service) + "_service");
    variables.put("QUARKUS_DATASOURCE_PASSWORD", secrets.service(service));
    variables.put("QUARKUS_FLYWAY_USERNAME", owner(service));
    variables.put("QUARKUS_FLYWAY_PASSWORD", secrets.owner(service));
    variables.putAll(kafka(service).environment());
    variables.put("OKNO_ISSUER_URL", settings.issuer().url());
    variables.put("OKNO_REPLICATION_PASSWORD", secrets.replication(service));
    variables.putAll(serviceSpecific(service, instance));
    return variables;
  }

  /** How a part connects to Kafka. */
  ClientSettings kafka(Part part) {
    return kafka(links.kafka(part, settings.ports()), part.label());
  }

  /** How the administrator connects to Kafka, who may do everything there. */
  public ClientSettings kafkaAdministrator() {
    return kafka(settings.ports().of(Part.KAFKA), KafkaUsers.ADMINISTRATOR);
  }

  private ClientSettings kafka(int port, String user) {
    return ClientSettings.of(
        "127.0.0.1:" + port,
        secrets.kafkaUsers().jaasConfig(user),
        settings.certificates().authority());
  }

  /** What the connectors refer to as {@code ${env:…}}. */
  public Map<String, String> ofConnect() {
    Map<String, String> variables = new HashMap<>();
    variables.put("OKNO_POSTGRES_HOST", "127.0.0.1");
    variables.put(
        "OKNO_POSTGRES_PORT", String.valueOf(links.postgres(Part.CONNECT, settings.ports())));
    for (Part service : Part.services()) {
      String name = service.label().toUpperCase(Locale.ROOT);
      variables.put("OKNO_" + name + "_REPLICATION_PASSWORD", secrets.replication(service));
      if (service.hasJournal()) {
        variables.put(
            "OKNO_" + name + "_CONNECTOR_JAAS_CONFIG",
            secrets.kafkaUsers().jaasConfig(Secrets.connector(service)));
      }
    }
    return variables;
  }

  /** The role that owns a service's database. */
  static String owner(Part service) {
    return "okno_" + service.label();
  }

  private Map<String, String> serviceSpecific(Part service, int instance) {
    return switch (service) {
      case INTAKE ->
          Map.of(
              "OKNO_INTAKE_VAULT_KEYSET", settings.data().resolve("vault-keyset.json").toString());
      case ROUTING ->
          Map.of(
              "OKNO_ROUTING_DIRECTORY_SEED",
              settings.home().root().resolve("deploy/local/region/directory.json").toString());
      case ANALYTICS ->
          Map.of(
              "OKNO_STREAMS_STATE",
              settings.streamsState(instance).toString(),
              "OKNO_ANALYTICS_RECOUNT",
              String.valueOf(new SummaryRecount(settings).number()),
              "OKNO_INTAKE_URL",
              "http://127.0.0.1:" + settings.ports().of(Part.INTAKE),
              "OKNO_CLIENT_SECRET",
              settings.issuer().clientSecret(service.label()));
      case CASE, POSTGRES, KAFKA, CONNECT -> Map.of();
    };
  }
}
