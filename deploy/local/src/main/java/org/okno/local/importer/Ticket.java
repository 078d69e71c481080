package org.okno.local.importer;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A row of a portal's export, by its column names.
 *
 * @param createdAt local time of the portal, ISO 8601 without a zone
 * @param agency the agency that answered; empty where none has
 */
record Ticket(
    @JsonProperty("ticket_id") String id,
    @JsonProperty("created_at") String createdAt,
    String text,
    @JsonProperty("reason_id") String reasonId,
    String reason,
    String district,
    String address,
    @JsonProperty("answer_org") String agency) {}
