package org.okno.intake.accesses;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Actor;
import org.okno.contracts.IntakeEvent.AccessRecorded;
import org.okno.intake.vault.BlindIndex;
import org.okno.messaging.EventIds;
import org.okno.messaging.Json;

/**
 * An entry of the access journal: a row of the table {@code access_entry}.
 *
 * @param number from 1, without gaps
 * @param at in milliseconds
 * @param previousHash of the entry before; {@link #NONE} in the first one
 */
record AccessEntry(
    long number,
    UUID id,
    Instant at,
    String action,
    String purpose,
    String subject,
    String role,
    @Nullable String agency,
    UUID requestId,
    List<String> personIds,
    @Nullable UUID approves,
    String previousHash,
    String hash) {

  /** In place of the hash before the first entry. */
  static final String NONE = "0".repeat(64);

  /** The entry that comes after the last one. */
  static AccessEntry after(
      @Nullable AccessEntry last, Access access, Instant now, BlindIndex index) {
    AccessEntry unhashed =
        new AccessEntry(
            last == null ? 1 : last.number + 1,
            EventIds.next(),
            now.truncatedTo(ChronoUnit.MILLIS),
            access.action().code(),
            access.purpose().code(),
            access.accessor().actor().subject(),
            access.accessor().actor().role(),
            access.accessor().agency(),
            access.requestId(),
            access.personIds().stream().map(UUID::toString).toList(),
            access.approves(),
            last == null ? NONE : last.hash,
            "");
    return unhashed.with(unhashed.computeHash(index));
  }

  /** The hash of everything else in this entry. */
  String computeHash(BlindIndex index) {
    // A JSON array: no two different entries have the same text.
    return index
        .ofAccess(
            Json.write(
                    Arrays.asList(
                        String.valueOf(number),
                        id.toString(),
                        at.toString(),
                        action,
                        purpose,
                        subject,
                        role,
                        agency,
                        requestId.toString(),
                        personIds,
                        approves == null ? null : approves.toString(),
                        previousHash))
                .getBytes(UTF_8))
        .toHex();
  }

  private AccessEntry with(String newHash) {
    return new AccessEntry(
        number,
        id,
        at,
        action,
        purpose,
        subject,
        role,
        agency,
        requestId,
        personIds,
        approves,
        previousHash,
        newHash);
  }

  /** Whether this is an access in an emergency, which is to be approved. */
  boolean isEmergency() {
    return action.equals(Action.OPENED.code()) && purpose.equals(Purpose.EMERGENCY.code());
  }

  AccessRecorded event() {
    return new AccessRecorded(
        number,
        id,
        at,
        action,
        purpose,
        new Actor(subject, role),
        agency,
        requestId,
        personIds.stream().map(UUID::fromString).toList(),
        approves,
        previousHash,
        hash);
  }
}
