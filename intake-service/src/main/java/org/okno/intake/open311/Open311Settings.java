package org.okno.intake.open311;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What the Open311 server says of itself. */
@ConfigMapping(prefix = "okno.intake.open311")
interface Open311Settings {

  /** The one jurisdiction that is served; without it, {@code jurisdiction_id} is not looked at. */
  Optional<String> jurisdiction();

  /** Address by which the outside reaches this service; without it, that of the request. */
  Optional<String> url();

  /** Whom to ask about this server. */
  @WithDefault("the operator of this window of help")
  String contact();

  /** How to get a key. */
  @WithDefault("An administrator makes keys of the channel open311.")
  String keyService();

  /** When what this server offers changed last. */
  @WithDefault("2026-12-01T00:00:00Z")
  String changeset();
}
