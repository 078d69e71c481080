package org.okno.intake.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What can be set of the key vault. */
@ConfigMapping(prefix = "okno.vault")
public interface VaultSettings {
  /** File of the vault's own keys; made at the first start. */
  Path keyset();

  /** Most unwrapped data keys kept in memory. */
  @WithDefault("10000")
  int rememberedKeys();
}
