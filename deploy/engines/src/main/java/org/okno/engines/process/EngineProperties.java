package org.okno.engines.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.okno.engines.OwnerOnlyFile;

/** The configuration file of an engine. */
public final class EngineProperties {

  private EngineProperties() {}

  /**
   * Writes the properties of a resource, and those of this stack, to a file of the same name that
   * only its owner can read: there are passwords among them.
   *
   * @param resource such as {@code /broker.properties}
   * @return the file
   */
  public static Path write(String resource, Map<String, String> ofThisStack, Path folder) {
    Path file = folder.resolve(resource.substring(1));
    try (InputStream fixed = EngineProperties.class.getResourceAsStream(resource)) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(fixed, resource));
      properties.putAll(ofThisStack);
      OwnerOnlyFile.write(file, properties, "Overwritten at each start");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
