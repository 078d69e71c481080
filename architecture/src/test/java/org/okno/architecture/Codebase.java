package org.okno.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The repository: its modules as the root pom lists them, and the classes they were built to. */
final class Codebase {
  private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");
  private static final Path ROOT = root(Path.of("").toAbsolutePath());

  /** Every class of every module, without their tests. */
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(classFolders().stream().filter(Files::isDirectory).toList());

  private Codebase() {}

  /** A path under the repository's root. */
  static Path at(String path) {
    return ROOT.resolve(path);
  }

  /** Every module the root pom lists, as its folder. */
  static List<String> modules() {
    return MODULE.matcher(read(at("pom.xml"))).results().map(found -> found.group(1)).toList();
  }

  /** A path as a person at the root would write it. */
  static String named(Path path) {
    return ROOT.relativize(path).toString();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the modules that have classes were, or will be, built to. */
  static List<Path> classFolders() {
    return modules().stream()
        .filter(Codebase::hasClasses)
        .map(module -> at(module).resolve("target/classes"))
        .toList();
  }

  /** Whether a module is more than tests. */
  static boolean hasClasses(String module) {
    return Files.exists(at(module).resolve("src/main/java"));
  }

  private static Path root(Path from) {
    for (Path at = from; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("mvnw"))) {
        return at;
      }
    }
    throw new IllegalStateException("no mvnw above " + from);
  }
}
