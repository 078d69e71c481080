package org.okno.local.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.okno.engines.Home;
import picocli.CommandLine.Option;

/** Selects a stack by the folder of its data. */
public final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Folder of the stack's data, logs and passwords (default: deploy/local/target/okno-data).")
  private @Nullable Path folder;

  /** Absolute. */
  public Path folder() {
    Path chosen =
        folder == null ? Home.find().root().resolve("deploy/local/target/okno-data") : folder;
    return chosen.toAbsolutePath().normalize();
  }
}
