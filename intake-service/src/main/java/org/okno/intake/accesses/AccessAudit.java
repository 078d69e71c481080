package org.okno.intake.accesses;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Codes;

/**
 * What an audit of the access journal found.
 *
 * @param broken null where every entry is as it was written
 */
@Schema(description = "What an audit of the access journal found")
record AccessAudit(
    @Schema(description = "Entries that were verified", required = true, examples = "1204")
        long entries,
    @Schema(
            description = "Entries that are not on the topic yet: on their way, or to be published",
            required = true,
            examples = "0")
        long unpublished,
    @Schema(description = "The first broken entry; absent where every entry is as it was written")
        @Nullable BrokenEntry broken) {

  /** How an entry is broken. */
  enum Finding {
    /** There is none with this number, and there are later ones. */
    MISSING,
    /** Its hash is not that of its content and the entry before. */
    CHANGED,
    /** The topic has another one with this number. */
    DIFFERS_FROM_TOPIC,
    /** The topic has it, and the table ends before it. */
    REMOVED;

    @JsonValue
    String code() {
      return Codes.of(this);
    }
  }

  /** An entry that is not as it was written. */
  @Schema(name = "BrokenEntry", description = "An entry that is not as it was written")
  record BrokenEntry(
      @Schema(description = "Its number", required = true, examples = "17") long number,
      @Schema(
              description = "How it is broken",
              required = true,
              implementation = String.class,
              enumeration = {"missing", "changed", "differs-from-topic", "removed"},
              examples = "changed")
          Finding finding) {}
}
