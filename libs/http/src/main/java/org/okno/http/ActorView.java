package org.okno.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Actor;

/** Who did something. */
@Schema(name = "Actor", description = "The person or machine whose call it was")
public record ActorView(
    @Schema(
            description = "Their id at the issuer of tokens; the key's, where a channel has one",
            examples = "b7c2b9d4-0c0e-4b7e-8d43-52c0f6b0e3a1",
            required = true)
        String subject,
    @Schema(
            description = "Code of the role that let them",
            examples = "specialist",
            required = true)
        String role) {

  /** The view of an actor that may be missing. */
  public static @Nullable ActorView of(@Nullable Actor actor) {
    return actor == null ? null : new ActorView(actor.subject(), actor.role());
  }
}
