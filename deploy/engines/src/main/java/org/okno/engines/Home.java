package org.okno.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checkout of Okno and what is built in it.
 *
 * @param root the folder that holds {@code mvnw} and {@code deploy}, absolute
 */
public record Home(Path root) {

  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * Finds the checkout: the system property {@code okno.root} if it is set, else upwards from the
   * location of these classes, else upwards from the working folder.
   *
   * @throws EngineException when none of them is inside a checkout
   */
  public static Home find() {
    return Stream.of(fromProperty(), above(codeSource()), above(Path.of("").toAbsolutePath()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new EngineException(
                    "This is not inside a checkout of Okno. Run it from there, or set"
                        + " -Dokno.root=<folder>."));
  }

  /** The jars of the engines, copied there by the build of this module. */
  public Path libraries() {
    Path folder = root.resolve("deploy/engines/target/lib");
    if (!Files.isDirectory(folder)) {
      throw new EngineException(
          "The engines are not built: "
              + folder
              + " is missing. Run: ./mvnw -pl deploy/engines -am package -DskipTests");
    }
    return folder;
  }

  /** The same jars, sorted by name. */
  public List<Path> libraryJars() {
    return Folders.jars(libraries());
  }

  /**
   * The classes of this module, as a folder or a jar: the child processes run from it. When this
   * JVM runs from a copy of the jar, the original: all processes then share one AOT cache.
   */
  public Path classes() {
    Path source = codeSource();
    if (source == null) {
      return root.resolve("deploy/engines/target/classes");
    }
    Path built = root.resolve("deploy/engines/target").resolve(source.getFileName());
    return Files.isRegularFile(source) && Files.isRegularFile(built) ? built : source;
  }

  /** Where the AOT caches of the JVMs are stored. */
  public Path aotCaches() {
    return root.resolve("deploy/engines/target/aot");
  }

  /** Where the PostgreSQL binaries are unpacked, once for every stack and test of this checkout. */
  public Path engineCache() {
    return root.resolve("deploy/engines/target/engines");
  }

  /**
   * The Keycloak that the build unpacked.
   *
   * @throws EngineException when it did not
   */
  public Path keycloak() {
    Path folder = root.resolve("deploy/engines/target/keycloak");
    try (Stream<Path> unpacked = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      return unpacked
          .findFirst()
          .orElseThrow(
              () ->
                  new EngineException(
                      folder
                          + " is missing. Run: ./mvnw -pl deploy/engines"
                          + " dependency:unpack@keycloak"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  /** Whether a Keycloak is unpacked. */
  public boolean hasKeycloak() {
    return Files.isDirectory(root.resolve("deploy/engines/target/keycloak"));
  }

  /** The realm for a Keycloak, the same locally and in production. */
  public Path realm() {
    return root.resolve("deploy/keycloak/okno-realm.json");
  }

  public Path topics() {
    return root.resolve("deploy/topics/topics.json");
  }

  /** What each user may do on Kafka. */
  public Path access() {
    return root.resolve("deploy/topics/access.csv");
  }

  public Path connectors() {
    return root.resolve("deploy/connectors");
  }

  /** A built service, in the form of Quarkus' fast jar. */
  public Path serviceFolder(String service) {
    return root.resolve(service + "-service/target/quarkus-app");
  }

  private static Optional<Home> fromProperty() {
    return Optional.ofNullable(System.getProperty("okno.root")).map(Path::of).map(Home::new);
  }

  private static Optional<Home> above(@Nullable Path start) {
    return Stream.iterate(start, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("deploy/topics/topics.json")))
        .findFirst()
        .map(Home::new);
  }

  private static @Nullable Path codeSource() {
    try {
      var source = Home.class.getProtectionDomain().getCodeSource();
      return source == null ? null : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }
}
