package org.okno.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files beside these tests, in the working tree: what is generated is compared with what is
 * committed, not with a copy in a build folder.
 */
final class Repository {
  private static final String WRITE = "okno.contracts.write";
  private static final Pattern VERSION = Pattern.compile("<version>(.+?)</version>");
  private static final Path ROOT = root(Path.of("").toAbsolutePath());

  private Repository() {}

  /** A path under the repository's root. */
  static Path at(String path) {
    return ROOT.resolve(path);
  }

  /** A path among the contracts' resources. */
  static Path resource(String path) {
    return at("contracts/src/main/resources/org/okno/contracts").resolve(path);
  }

  /** The golden sample of a type. */
  static Path sample(EventType type) {
    return resource("samples/" + type.typeName() + ".json");
  }

  /** The version Okno is built as. */
  static String version() {
    Matcher version = VERSION.matcher(read(at("contracts/pom.xml")));
    if (!version.find()) {
      throw new IllegalStateException("contracts/pom.xml names no version of its parent");
    }
    return version.group(1);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The committed file holds exactly this text; with {@code -Dokno.contracts.write} it is made to.
   */
  static void shouldHold(Path file, String generated) {
    if (Boolean.getBoolean(WRITE)) {
      write(file, generated);
      return;
    }
    String mend = "./mvnw -pl contracts test -D" + WRITE + "=true";
    assertThat(file)
        .as("%s is generated from the event records; write it by: %s", ROOT.relativize(file), mend)
        .exists();
    assertThat(read(file))
        .as(
            "%s does not say what the event records say; look at the change, then write it by: %s",
            ROOT.relativize(file), mend)
        .isEqualTo(generated);
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
