package org.okno.intake.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of the vault. */
@ConfigMapping(prefix = "okno.intake.vault")
public interface VaultSettings {
  /** File of the vault's own keys; created at the first start. */
  @WithDefault("vault-keyset.json")
  Path keyset();

  /** How many unwrapped data keys are kept in memory. */
  @WithDefault("10000")
  int cachedDataKeys();

  /**
   * How long an unwrapped data key is kept in memory: as long an erasure by another instance leaves
   * it there, though it opens nothing any more.
   */
  @WithDefault("5m")
  Duration cacheDataKeysFor();
}
