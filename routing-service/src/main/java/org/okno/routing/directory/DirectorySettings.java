package org.okno.routing.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the directory. */
@ConfigMapping(prefix = "okno.routing.directory")
interface DirectorySettings {
  /** The file that is imported at a start with an empty directory. */
  Optional<Path> seed();

  /** How often to check whether another instance has changed the directory. */
  @WithDefault("3s")
  Duration checkEvery();
}
