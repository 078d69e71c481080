package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A need that one agency referred to another, with what the person agreed that the other may see.
 *
 * @param id of the referral
 * @param need code in the needs taxonomy
 * @param territory code of where the person is
 * @param from the agency that has the need, and keeps it
 * @param to the agency that is asked for help
 * @param purpose a code such as {@code help-together}
 * @param parts of the personal data that the other agency may open once it accepted: {@code name},
 *     {@code phone}, {@code address}, {@code text}
 * @param endsAt until when
 * @param version 1 when it is made, one higher at each of its events
 */
public record Referral(
    UUID id,
    UUID requestId,
    UUID needId,
    String need,
    String territory,
    AgencyRef from,
    AgencyRef to,
    String purpose,
    List<String> parts,
    Instant endsAt,
    long version) {
  public Referral {
    requireNonNull(id, "id");
    requireNonNull(requestId, "requestId");
    requireNonNull(needId, "needId");
    requireNonNull(need, "need");
    requireNonNull(territory, "territory");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(purpose, "purpose");
    parts = List.copyOf(requireNonNull(parts, "parts"));
    requireNonNull(endsAt, "endsAt");
  }

  /** As its next event names it. */
  public Referral next() {
    return new Referral(
        id, requestId, needId, need, territory, from, to, purpose, parts, endsAt, version + 1);
  }
}
