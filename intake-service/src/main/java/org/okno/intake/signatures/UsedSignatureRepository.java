package org.okno.intake.signatures;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** The table {@code used_signature}: whatever was accepted while its time is not over. */
@Singleton
class UsedSignatureRepository {
  private static final String INSERT =
      """
      insert into used_signature (signature, until) values (:signature, :until::timestamptz)
      on conflict do nothing
      """;
  private static final String DELETE = "delete from used_signature where until < :now::timestamptz";

  private final Jdbi jdbi;

  UsedSignatureRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Remembers a signature; false where it is remembered already, by whichever instance. */
  boolean insert(byte[] signature, Instant until) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(INSERT)
                    .bind("signature", signature)
                    .bind("until", until)
                    .execute())
        > 0;
  }

  /** Forgets what is too old to be accepted anyway. */
  void deleteExpired(Instant now) {
    jdbi.useHandle(handle -> handle.createUpdate(DELETE).bind("now", now).execute());
  }
}
