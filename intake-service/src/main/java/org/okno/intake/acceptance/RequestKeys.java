package org.okno.intake.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.okno.intake.questionnaire.SubmittedQuestionnaire;
import org.okno.intake.vault.BlindIndex;
import org.okno.intake.vault.Hash;
import org.okno.messaging.Json;

/**
 * The keys by which a repeated request is recognized. All are keyed hashes: careless adapters use
 * phone numbers as ids, and a body consists of names.
 *
 * @param body of the whole questionnaire, however its JSON was written
 */
record RequestKeys(@Nullable Hash externalId, @Nullable Hash idempotencyKey, Hash body) {

  /** The keys of a questionnaire; it has an external id, or comes with an idempotency key. */
  static RequestKeys of(
      SubmittedQuestionnaire form, @Nullable String idempotencyKey, BlindIndex index) {
    String externalId = form.externalId();
    return new RequestKeys(
        externalId == null ? null : index.ofExternalId(form.channel(), externalId),
        idempotencyKey == null ? null : index.ofIdempotencyKey(form.channel(), idempotencyKey),
        index.ofBody(Json.write(form).getBytes(UTF_8)));
  }
}
