package org.okno.routing.hsds;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The standard's examples and schemas, which are beside the project and not in it. */
final class SharedHsds {
  private static final Path FOLDER = Path.of("shared/data/hsds_3_examples");

  private SharedHsds() {}

  /** An example; without the folder the test is skipped. */
  static ObjectNode example(String name) {
    try {
      return (ObjectNode) new JsonMapper().readTree(file("examples/" + name + ".json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The standard's schema of an object, with those that it names. */
  static JsonSchema schema(String name) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(SchemaLocation.of(file("schema/" + name + ".json").toUri().toString()));
  }

  private static Path file(String name) {
    Optional<Path> found =
        Stream.iterate(
                Path.of(System.getProperty("okno.root", ".")).toAbsolutePath(), Path::getParent)
            .takeWhile(Objects::nonNull)
            .map(above -> above.resolve(FOLDER).resolve(name))
            .filter(Files::isReadable)
            .findFirst();
    if (found.isEmpty()) {
      System.out.println("SKIPPED: no ../shared/data/hsds_3_examples");
    }
    Assumptions.assumeTrue(found.isPresent(), "SKIPPED: no ../shared/data/hsds_3_examples");
    return found.orElseThrow();
  }
}
