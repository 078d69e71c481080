package org.okno.cases.notifications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code subscription}: of an agency or of a channel.
 *
 * @param secret signs what is sent
 * @param types types of events; none: all
 * @param disabledReason code of a {@link DisabledReason}
 */
record SubscriptionRow(
    UUID id,
    @Nullable String agencyId,
    @Nullable String channel,
    String url,
    String secret,
    List<String> types,
    Instant createdAt,
    @Nullable Instant disabledAt,
    @Nullable String disabledReason) {

  // A record's own toString would write the secret into a log.
  @Override
  public String toString() {
    return "subscription " + id;
  }
}
