package org.okno.intake.channels;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of a key: never the key. */
@Schema(name = "ChannelKey", description = "What is known of a key of a channel")
record ChannelKeyView(
    @Schema(description = "Id of the key", examples = "7d1f0c9a4b2e6d38", required = true)
        String id,
    @Schema(description = "When it was made", required = true) Instant createdAt,
    @Schema(description = "Until when it is valid; absent: until it is revoked")
        @Nullable Instant expiresAt,
    @Schema(
            description = "The last day it was used, in UTC; absent before the first",
            examples = "2026-12-01")
        @Nullable LocalDate lastUsedOn,
    @Schema(
            description = "Whether it is sent with each request, or signs each",
            required = true,
            enumeration = {"key", "hmac"},
            examples = "key")
        String use) {

  static ChannelKeyView of(StoredKey key) {
    return new ChannelKeyView(
        key.id(), key.createdAt(), key.expiresAt(), key.lastUsedOn(), key.use().code());
  }
}
