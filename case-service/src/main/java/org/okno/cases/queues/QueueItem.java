package org.okno.cases.queues;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.cases.needs.NeedView;
import org.okno.cases.queues.QueueRepository.QueueRow;
import org.okno.contracts.NeedStatus;
import org.okno.http.Cursor;
import org.okno.identity.Rows;

/** A need in the queue of its agency, with what the agency sees of its case. */
@Schema(description = "A need in the queue of its agency")
public record QueueItem(
    @Schema(description = "Id of the request", required = true) UUID requestId,
    @Schema(description = "As people know the request", examples = "7K3M-90QX-4Z", required = true)
        String trackingNumber,
    @Schema(
            description = "Where the request came in. Codes: GET /v1/channels of intake",
            examples = "hotline",
            required = true)
        String channel,
    @Schema(
            description = "Where the person is. Codes: GET /v1/directory/territories of routing",
            examples = "92701000",
            required = true)
        String territory,
    @Schema(description = "When the person asked", required = true) Instant requestedAt,
    @Schema(
            description = "How urgent it is",
            examples = "normal",
            enumeration = {"planned", "normal", "urgent", "emergency"},
            required = true)
        String urgency,
    @Schema(description = "Due before now, and not settled", examples = "false", required = true)
        boolean overdue,
    @Schema(description = "When its agency should respond; absent once it did, or without a limit")
        @Nullable Instant respondBy,
    @Schema(
            description = "Who was told that a deadline of it passed; absent while nobody was",
            examples = "head-of-agency",
            enumeration = {"head-of-agency", "level-above", "duty-officer"})
        @Nullable String escalatedTo,
    @Schema(description = "The need", required = true) NeedView need) {

  /** The position of the item in its list. */
  Cursor cursor() {
    return Cursor.behind(requireNonNull(need.dueAt(), "due_at"), need.needId());
  }

  static QueueItem of(QueueRow row, Instant now, Rows permitted, Locale language) {
    return new QueueItem(
        row.need().requestId(),
        row.trackingNumber(),
        row.channel(),
        row.territory(),
        row.requestedAt(),
        row.urgency(),
        NeedStatus.ofCode(row.need().status()).isOpenAtAgency()
            && requireNonNull(row.need().dueAt(), "due_at").isBefore(now),
        row.respondBy(),
        Escalation.code(row.level()),
        NeedView.of(row.need(), permitted, language));
  }
}
