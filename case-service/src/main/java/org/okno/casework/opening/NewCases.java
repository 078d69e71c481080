package org.okno.casework.opening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.okno.casework.needs.Codes;
import org.okno.casework.needs.Need;
import org.okno.casework.needs.NeedColumns;
import org.okno.cloudevents.Json;
import org.okno.contracts.SealedBlock;
import org.okno.contracts.SealedData;

/** Writes new cases and their needs: two statements for any number of them. */
@Singleton
final class NewCases {
  // A version is one more than the changes since the opening; that a person is erased is one.
  // The unique key decides which cases are new. Whoever was erased before the case came is erased
  // in it at once.
  // Sorted, so that two writers of the same cases wait for each other instead of locking each other
  // out.
  private static final String INSERT_CASES =
      """
      insert into cases (request_id, tracking_number, channel, territory, zone, requested_at, received_at, opened_at,
        urgency, target_groups, status, applicant_id, beneficiary_id, applicant_erased, beneficiary_erased,
        sealed_applicant, sealed_beneficiary, sealed_text, version)
      select d.request_id, d.tracking_number, d.channel, d.territory, d.zone, d.requested_at, d.received_at, d.opened_at,
        d.urgency, string_to_array(d.target_groups, chr(31)), d.status, d.applicant_id, d.beneficiary_id,
        a.person_id is not null, b.person_id is not null,
        case when a.person_id is null then d.sealed_applicant end,
        case when b.person_id is null then d.sealed_beneficiary end,
        case when a.person_id is null and b.person_id is null then d.sealed_text end,
        1 + d.changes + (a.person_id is not null)::int + (b.person_id is not null)::int
      from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
        ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::int[])
        as d(request_id, tracking_number, channel, territory, zone, requested_at, received_at, opened_at, urgency,
          target_groups, status, applicant_id, beneficiary_id, sealed_applicant, sealed_beneficiary, sealed_text, changes)
      left join erased_person a on a.person_id = d.applicant_id
      left join erased_person b on b.person_id = d.beneficiary_id
      order by d.request_id
      on conflict (request_id) do nothing
      returning request_id
      """;
  private static final String INSERT_NEEDS =
      """
      insert into need (request_id, id, position, need, situation, status, agency_id, agency_name, rule, rule_version,
        reason, assigned_at, due_at, version)
      select * from unnest(?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::int[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::int[])
      """;
  private static final String UNIT_SEPARATOR = "\u001f";

  private final ObjectWriter json = Json.mapper().writerFor(SealedBlock.class);

  private record NewNeed(
      UUID requestId,
      UUID id,
      int position,
      String need,
      @org.jspecify.annotations.Nullable String situation,
      NeedColumns columns,
      int version) {}

  /** Writes those that are not there yet; answers with their ids. */
  Set<UUID> insert(Connection connection, List<NewCase> cases) throws SQLException {
    Set<UUID> written = insertCases(connection, cases);
    List<NewNeed> needs =
        cases.stream()
            .filter(one -> written.contains(one.asked().requestId()))
            .flatMap(NewCases::needs)
            .toList();
    if (!needs.isEmpty()) {
      insertNeeds(connection, needs);
    }
    return written;
  }

  private Set<UUID> insertCases(Connection connection, List<NewCase> cases) throws SQLException {
    Set<UUID> written = new HashSet<>();
    try (PreparedStatement insert = connection.prepareStatement(INSERT_CASES)) {
      bind(insert, cases);
      try (ResultSet ids = insert.executeQuery()) {
        while (ids.next()) {
          written.add(ids.getObject(1, UUID.class));
        }
      }
    }
    return written;
  }

  private void bind(PreparedStatement insert, List<NewCase> cases) throws SQLException {
    new Columns<>(insert, cases)
        .uuid(one -> one.asked().requestId())
        .text(one -> one.asked().trackingNumber())
        .text(one -> one.asked().channel())
        .text(one -> one.asked().territory().code())
        .text(one -> one.asked().territory().zone())
        .time(one -> one.asked().requestedAt())
        .time(one -> one.asked().receivedAt())
        .time(NewCase::openedAt)
        .text(one -> one.asked().urgency())
        .text(one -> String.join(UNIT_SEPARATOR, one.asked().targetGroups()))
        .text(one -> Codes.of(one.draft().status()))
        .uuid(one -> one.asked().applicantId())
        .uuid(one -> one.asked().beneficiaryId())
        .text(one -> written(sealed(one).applicant()))
        .text(one -> written(sealed(one).beneficiary()))
        .text(one -> written(sealed(one).text()))
        .number(one -> one.draft().changes());
  }

  private static void insertNeeds(Connection connection, List<NewNeed> needs) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_NEEDS)) {
      new Columns<>(insert, needs)
          .uuid(NewNeed::requestId)
          .uuid(NewNeed::id)
          .number(NewNeed::position)
          .text(NewNeed::need)
          .text(NewNeed::situation)
          .text(need -> need.columns().status())
          .text(need -> need.columns().agencyId())
          .text(need -> need.columns().agencyName())
          .text(need -> need.columns().rule())
          .number(need -> need.columns().ruleVersion())
          .text(need -> need.columns().reason())
          .time(need -> need.columns().assignedAt())
          .time(need -> need.columns().dueAt())
          .number(NewNeed::version);
      insert.executeUpdate();
    }
  }

  private static Stream<NewNeed> needs(NewCase one) {
    List<Need> needs = one.draft().needs();
    return IntStream.range(0, needs.size())
        .mapToObj(
            i ->
                new NewNeed(
                    one.asked().requestId(),
                    needs.get(i).ref().needId(),
                    i,
                    needs.get(i).ref().need(),
                    one.asked().needs().get(i).situation(),
                    NeedColumns.of(needs.get(i).state()),
                    1 + one.draft().changes(needs.get(i))));
  }

  private static SealedData sealed(NewCase one) {
    return one.asked().sealed();
  }

  private String written(SealedBlock block) {
    try {
      return json.writeValueAsString(block);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a sealed block has no JSON form", e);
    }
  }
}
