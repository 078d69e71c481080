package org.okno.intake.channels;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.intake.channels.ChannelKeys.Created;

/** A new key, shown for the only time. */
@Schema(description = "A new key, shown for the only time")
record CreatedChannelKey(
    @Schema(description = "Id of the key", examples = "7d1f0c9a4b2e6d38", required = true)
        String id,
    @Schema(
            description =
                "The key: the value of the header X-API-Key; or the secret that signs, 43 characters",
            examples = "okno_7d1f0c9a4b2e6d38_(43 characters)",
            required = true)
        String key,
    @Schema(description = "When it was made", required = true) Instant createdAt,
    @Schema(description = "Until when it is valid; absent: until it is revoked")
        @Nullable Instant expiresAt,
    @Schema(
            description = "Whether it is sent with each request, or signs each",
            required = true,
            enumeration = {"key", "hmac"},
            examples = "key")
        String use) {

  static CreatedChannelKey of(Created created) {
    StoredKey stored = created.stored();
    return new CreatedChannelKey(
        stored.id(),
        stored.use() == Authentication.HMAC ? created.key().secret() : created.key().text(),
        stored.createdAt(),
        stored.expiresAt(),
        stored.use().code());
  }

  // A record's own toString would write the key into a log.
  @Override
  public String toString() {
    return "CreatedChannelKey " + id;
  }
}
