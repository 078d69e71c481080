package org.okno.engines.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.okno.engines.NewSecret;
import org.okno.engines.OwnerOnlyFile;
import org.okno.engines.kafka.KafkaUsers;

/**
 * The passwords of one stack: random, generated at its first start, stored in its data folder in a
 * file that only its owner can read.
 */
public final class Secrets {

  private final Properties passwords;

  private Secrets(Properties passwords) {
    this.passwords = passwords;
  }

  /** Reads the file of a data folder, and adds missing passwords to it. */
  public static Secrets in(Path data) {
    Path file = data.resolve("secrets.properties");
    Properties known = new Properties();
    try (Reader reader = Files.exists(file) ? Files.newBufferedReader(file) : Reader.nullReader()) {
      known.load(reader);
      if (addMissing(known)) {
        OwnerOnlyFile.write(
            file, known, "Passwords of this stack. Without them its data cannot be opened.");
      }
      return new Secrets(known);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the passwords in " + file, e);
    }
  }

  public String superuser() {
    return passwords.getProperty("postgres");
  }

  /** Of the role that owns a service's database. */
  public String owner(Part service) {
    return passwords.getProperty(service.label() + ".owner");
  }

  /** Of the role that a service connects to its database with. */
  public String service(Part service) {
    return passwords.getProperty(service.label() + ".service");
  }

  /** Of the role that Debezium connects to a service's database with. */
  public String replication(Part service) {
    return passwords.getProperty(service.label() + ".replication");
  }

  /** Of the stack on Connect's REST interface. */
  public String connect() {
    return passwords.getProperty("connect.rest");
  }

  /** Everybody who may connect to Kafka. */
  public KafkaUsers kafkaUsers() {
    return new KafkaUsers(
        kafkaNames().stream()
            .collect(
                Collectors.toMap(name -> name, name -> passwords.getProperty("kafka." + name))));
  }

  /** The name of a service's connector on Kafka: it publishes that service's journal only. */
  static String connector(Part service) {
    return service.label() + "-connector";
  }

  private static List<String> kafkaNames() {
    Stream<String> fixed =
        Stream.of(KafkaUsers.ADMINISTRATOR, KafkaUsers.BROKER, Part.CONNECT.label());
    Stream<String> services = Part.services().stream().map(Part::label);
    Stream<String> connectors =
        Part.services().stream().filter(Part::hasJournal).map(Secrets::connector);
    return Stream.of(fixed, services, connectors).flatMap(names -> names).toList();
  }

  private static boolean addMissing(Properties known) {
    int before = known.size();
    known.computeIfAbsent("postgres", name -> NewSecret.random());
    for (Part service : Part.services()) {
      known.computeIfAbsent(service.label() + ".owner", name -> NewSecret.random());
      known.computeIfAbsent(service.label() + ".service", name -> NewSecret.random());
      known.computeIfAbsent(service.label() + ".replication", name -> NewSecret.random());
    }
    known.computeIfAbsent("connect.rest", name -> NewSecret.random());
    kafkaNames()
        .forEach(user -> known.computeIfAbsent("kafka." + user, name -> NewSecret.random()));
    return known.size() > before;
  }
}
