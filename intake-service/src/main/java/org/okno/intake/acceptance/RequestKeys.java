package org.okno.intake.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;
import org.okno.cloudevents.Json;
import org.okno.intake.questionnaire.FilledQuestionnaire;
import org.okno.intake.vault.BlindIndex;
import org.okno.intake.vault.Hash;

/**
 * By what a request is known again. All of it keyed hashes: careless adapters use phone numbers as
 * ids, and a body is made of names.
 *
 * @param body of the whole questionnaire, however its JSON was written
 */
public record RequestKeys(@Nullable Hash externalId, @Nullable Hash idempotencyKey, Hash body) {
  private static final JsonMapper NORMALISED = Json.mapper();

  /** The keys of a questionnaire; at least one of its external id and the header is there. */
  public static RequestKeys of(
      FilledQuestionnaire form, @Nullable String idempotencyKey, BlindIndex index) {
    String externalId = form.externalId();
    return new RequestKeys(
        externalId == null ? null : index.ofExternalId(form.channel(), externalId),
        idempotencyKey == null ? null : index.ofIdempotencyKey(idempotencyKey),
        index.ofBody(normalised(form)));
  }

  private static byte[] normalised(FilledQuestionnaire form) {
    try {
      return NORMALISED.writeValueAsBytes(form);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a questionnaire has no JSON form", e);
    }
  }
}
