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
   * Finds the checkout: the system property {@code okno.root} if it is set, else upwards from where
   * these classes lie, else upwards from the working folder.
   *
   * @throws EngineException when none of them lies in a checkout
   */
  public static Home find() {
    return Stream.of(fromProperty(), above(codeSource()), above(Path.of("").toAbsolutePath()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new EngineException(
                    "This is not inside a checkout of Okno. Run it from there, or set -Dokno.root=<folder>."));
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

  /** The same, one by one, in the order of their names. */
  public List<Path> libraryJars() {
    return jars(libraries());
  }

  /**
   * The classes of this module, as a folder or a jar: what the child processes start from. Where we
   * run from a copy of its jar, the one that its build made: all then share what the JVMs learn.
   */
  public Path classes() {
    Path source = codeSource();
    if (source == null) {
      return root.resolve("deploy/engines/target/classes");
    }
    Path built = root.resolve("deploy/engines/target").resolve(source.getFileName());
    return Files.isRegularFile(source) && Files.isRegularFile(built) ? built : source;
  }

  /** Where what the JVMs learn in their first run is kept. */
  public Path aotCaches() {
    return root.resolve("deploy/engines/target/aot");
  }

  /** Where the PostgreSQL binaries are unpacked, once for every stack and test of this checkout. */
  public Path engineCache() {
    return root.resolve("deploy/engines/target/engines");
  }

  public Path topics() {
    return root.resolve("deploy/topics/topics.json");
  }

  public Path connectors() {
    return root.resolve("deploy/connectors");
  }

  /** A service as its build leaves it, in the form of Quarkus' fast jar. */
  public Path serviceFolder(String service) {
    return root.resolve(service + "-service/target/quarkus-app");
  }

  /** The jars of a folder in the order of their names; none when there is no such folder. */
  public static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
