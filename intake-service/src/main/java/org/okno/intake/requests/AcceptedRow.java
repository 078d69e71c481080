package org.okno.intake.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.okno.cloudevents.Json;
import org.okno.contracts.RequestedNeed;
import org.okno.intake.tracking.Status;

/**
 * A request without its personal data.
 *
 * @param territory code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AcceptedRow(
    UUID requestId,
    String trackingNumber,
    String channel,
    String territory,
    Instant requestedAt,
    Instant receivedAt,
    String urgency,
    List<String> targetGroups,
    List<RequestedNeed> needs,
    boolean consent,
    UUID applicantId,
    UUID beneficiaryId,
    Status status) {

  static final String COLUMNS =
      """
      id, tracking_number, channel, territory, requested_at, received_at, urgency, target_groups, needs, consent,
      applicant_id, beneficiary_id
      """;
  private static final JsonMapper JSON = Json.mapper();
  private static final TypeReference<List<String>> CODES = new TypeReference<>() {};
  private static final TypeReference<List<RequestedNeed>> NEEDS = new TypeReference<>() {};

  /** The request in a row of {@link #COLUMNS}. */
  static AcceptedRow of(ResultSet row, Status status) throws SQLException {
    return new AcceptedRow(
        row.getObject("id", UUID.class),
        row.getString("tracking_number"),
        row.getString("channel"),
        row.getString("territory"),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getString("urgency"),
        read(row.getString("target_groups"), CODES),
        read(row.getString("needs"), NEEDS),
        row.getBoolean("consent"),
        row.getObject("applicant_id", UUID.class),
        row.getObject("beneficiary_id", UUID.class),
        status);
  }

  AcceptedRow with(Status known) {
    return new AcceptedRow(
        requestId,
        trackingNumber,
        channel,
        territory,
        requestedAt,
        receivedAt,
        urgency,
        targetGroups,
        needs,
        consent,
        applicantId,
        beneficiaryId,
        known);
  }

  private static <T> T read(String json, TypeReference<T> type) throws SQLException {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new SQLException("a stored part of a request cannot be read", "22000", e);
    }
  }
}
