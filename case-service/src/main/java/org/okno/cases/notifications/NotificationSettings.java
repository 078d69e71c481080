package org.okno.cases.notifications;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of notifications. */
@ConfigMapping(prefix = "okno.case.notifications")
interface NotificationSettings {
  /** How often deliveries are looked for whose time has come. */
  Duration every();

  /** How long to wait before each attempt, the first one included. */
  List<Duration> schedule();

  /** At most this share of a delay is added to it by chance. */
  @WithDefault("0.2")
  double jitter();

  /** How long an attempt may take as a whole. */
  @WithDefault("10s")
  Duration timeout();

  /** At most how many attempts to one subscription are made at the same time. */
  @WithDefault("8")
  int atOnce();

  /** Hosts that may be told although they are not public, such as those of an own network. */
  Optional<List<String>> allowedHosts();

  /** For how long what happened is kept, and can be replayed. */
  @WithDefault("30d")
  Duration keep();

  /** How often what is older is removed. */
  Duration removeEvery();

  /** At most how many clients read the stream at the same time, at each instance. */
  @WithDefault("200")
  int maxStreams();

  /** How often a stream looks for what is new. */
  @WithDefault("500ms")
  Duration streamEvery();

  /**
   * After which time a stream ends, and its client comes again: no longer than a token is valid.
   */
  @WithDefault("5m")
  Duration streamLasts();
}
