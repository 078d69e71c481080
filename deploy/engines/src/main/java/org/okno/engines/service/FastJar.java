package org.okno.engines.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.okno.engines.EngineException;
import org.okno.engines.Folders;
import org.okno.engines.Home;
import org.okno.engines.process.Jvm;

/** A built service, in the form of Quarkus' fast jar. */
final class FastJar {

  /** The last two are set by the fast jar's own launcher and manifest. */
  private static final List<String> FLAGS =
      List.of(
          "-Dfile.encoding=UTF-8",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "--add-opens=java.base/java.lang=ALL-UNNAMED");

  private final String service;
  private final Path folder;

  FastJar(Home home, String service) {
    this.service = service;
    this.folder = home.serviceFolder(service);
  }

  /**
   * One of its main classes. The jars are on an ordinary class path, since the AOT cache supports
   * only classes of the JVM's own class loader. Transformed classes come before their originals.
   *
   * @throws EngineException when the service is not built
   */
  Jvm jvm(List<String> flags, String main, String... arguments) {
    if (!Files.isDirectory(folder)) {
      throw new EngineException(
          service + " is not built: " + folder + " is missing. Run: ./mvnw package -DskipTests");
    }
    List<Path> classPath =
        Stream.concat(
                Stream.of("transformed-bytecode.jar", "generated-bytecode.jar")
                    .map(folder.resolve("quarkus")::resolve)
                    .filter(Files::exists),
                Stream.of("app", "lib/boot", "lib/main")
                    .map(folder::resolve)
                    .flatMap(some -> Folders.jars(some).stream()))
            .toList();
    return new Jvm(
        Stream.concat(flags.stream(), FLAGS.stream()).toList(),
        classPath,
        main,
        List.of(arguments));
  }
}
