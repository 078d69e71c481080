package org.okno.engines.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The passwords of one stack: random, made at its first start, kept in its data folder in a file
 * that only its owner reads.
 */
public final class Secrets {

  private final Properties passwords;

  private Secrets(Properties passwords) {
    this.passwords = passwords;
  }

  /** Reads the file of a data folder, and makes what is missing in it. */
  public static Secrets in(Path data) {
    Path file = data.resolve("secrets.properties");
    try {
      Properties known = read(file);
      if (addMissing(known)) {
        write(known, file);
      }
      return new Secrets(known);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the passwords in " + file, e);
    }
  }

  public String superuser() {
    return passwords.getProperty("postgres");
  }

  /** Of the role that owns a service's database. */
  public String owner(Part service) {
    return passwords.getProperty(service.label() + ".owner");
  }

  /** Of the role that Debezium reads a service's journal with. */
  public String replication(Part service) {
    return passwords.getProperty(service.label() + ".replication");
  }

  private static Properties read(Path file) throws IOException {
    Properties known = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        known.load(reader);
      }
    }
    return known;
  }

  private static boolean addMissing(Properties known) {
    SecureRandom random = new SecureRandom();
    int before = known.size();
    known.computeIfAbsent("postgres", name -> password(random));
    for (Part service : Part.services()) {
      known.computeIfAbsent(service.label() + ".owner", name -> password(random));
      known.computeIfAbsent(service.label() + ".replication", name -> password(random));
    }
    return known.size() > before;
  }

  private static String password(SecureRandom random) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void write(Properties known, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path unfinished =
        Files.createTempFile(
            file.getParent(),
            "secrets",
            ".unfinished",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer writer = Files.newBufferedWriter(unfinished)) {
      known.store(writer, "Passwords of this stack. Without them its data cannot be opened.");
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
