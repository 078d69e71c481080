package org.okno.casework.rebuilding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.okno.casework.needs.Codes;
import org.okno.casework.needs.NeedColumns;
import org.okno.cloudevents.Json;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.SealedBlock;

/** Writes rebuilt cases and their needs. */
final class CaseRows {
  private static final String CASE_COLUMNS =
      "request_id, tracking_number, channel, territory, zone, requested_at, received_at, opened_at,"
          + " urgency, target_groups, status, applicant_id, beneficiary_id, applicant_erased,"
          + " beneficiary_erased, sealed_applicant, sealed_beneficiary, sealed_text, version";
  private static final String NEED_COLUMNS =
      "request_id, id, position, need, situation, status, agency_id, agency_name, rule,"
          + " rule_version, reason, assigned_at, due_at, accepted_at, settled_at, outcome,"
          + " decline_reason, version";

  private final ObjectWriter json = Json.mapper().writerFor(SealedBlock.class);
  private final Set<UUID> erased;
  private final CopyText cases;
  private final CopyText needs;

  /**
   * @param erased ids of persons of whom nothing may be kept
   */
  CaseRows(Connection connection, Set<UUID> erased) {
    this.erased = erased;
    this.cases = new CopyText(connection, RebuiltTables.name("cases"), CASE_COLUMNS);
    this.needs = new CopyText(connection, RebuiltTables.name("need"), NEED_COLUMNS);
  }

  void add(RebuiltCase rebuilt) throws SQLException, IOException {
    addCase(rebuilt);
    for (int position = 0; position < rebuilt.needs().size(); position++) {
      addNeed(rebuilt, position);
    }
  }

  void send() throws SQLException, IOException {
    cases.send();
    needs.send();
  }

  private void addCase(RebuiltCase rebuilt) throws SQLException, IOException {
    Questionnaire asked = rebuilt.asked();
    boolean noApplicant = erased.contains(asked.applicantId());
    boolean noBeneficiary = erased.contains(asked.beneficiaryId());
    cases
        .add(asked.requestId())
        .add(asked.trackingNumber())
        .add(asked.channel())
        .add(asked.territory().code())
        .add(asked.territory().zone())
        .add(asked.requestedAt())
        .add(asked.receivedAt())
        .add(rebuilt.openedAt())
        .add(asked.urgency())
        .add(array(asked.targetGroups()))
        .add(Codes.of(rebuilt.status()))
        .add(asked.applicantId())
        .add(asked.beneficiaryId())
        .add(noApplicant)
        .add(noBeneficiary)
        .add(sealed(asked.sealed().applicant(), noApplicant))
        .add(sealed(asked.sealed().beneficiary(), noBeneficiary))
        .add(sealed(asked.sealed().text(), noApplicant || noBeneficiary))
        .add(1 + rebuilt.changes() + (noApplicant ? 1 : 0) + (noBeneficiary ? 1 : 0))
        .endRow();
  }

  private void addNeed(RebuiltCase rebuilt, int position) throws SQLException, IOException {
    RebuiltCase.Changed changed = rebuilt.needs().get(position);
    NeedColumns columns = NeedColumns.of(changed.need().state());
    needs
        .add(rebuilt.asked().requestId())
        .add(changed.need().ref().needId())
        .add(position)
        .add(changed.need().ref().need())
        .add(rebuilt.asked().needs().get(position).situation())
        .add(columns.status())
        .add(columns.agencyId())
        .add(columns.agencyName())
        .add(columns.rule())
        .add(columns.ruleVersion())
        .add(columns.reason())
        .add(columns.assignedAt())
        .add(columns.dueAt())
        .add(columns.acceptedAt())
        .add(columns.settledAt())
        .add(columns.outcome())
        .add(columns.declineReason())
        .add(1 + changed.changes())
        .endRow();
  }

  private @Nullable String sealed(SealedBlock block, boolean gone) {
    if (gone) {
      return null;
    }
    try {
      return json.writeValueAsString(block);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a sealed block has no JSON form", e);
    }
  }

  /** An array's text: each element in quotes. */
  private static String array(List<String> values) {
    return values.stream()
        .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }
}
