package org.okno.bench.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.okno.engines.postgres.Postgres;
import org.okno.engines.stack.Part;

/** What the databases of the services hold. */
final class Tables {

  private static final String STEPS =
      """
      select 'accepted', e #>> '{need,needId}', '' from (
        select payload::jsonb as e from journal where type like '%.need-accepted.%') j
      union all select 'resolved', id::text, outcome from need where status = 'resolved'
      union all select 'declined', id::text, decline_reason from need where status = 'declined'
      union all select 'assigned', id::text, agency_id from need where agency_id is not null
      union all select 'erased', applicant_id::text, '' from cases where applicant_erased
      """;

  private final Postgres postgres;

  Tables(Postgres postgres) {
    this.postgres = postgres;
  }

  /** The steps that the cases show. */
  Set<StaffStep> steps() {
    Set<StaffStep> steps = new HashSet<>();
    for (List<String> row : rows(Part.CASE, STEPS)) {
      steps.add(new StaffStep(row.get(0), row.get(1), row.get(2)));
    }
    return steps;
  }

  /** Ids of the events that a service's journal has for a topic. */
  List<String> journal(Part service, String topic) {
    return texts(service, "select event_id::text from journal where topic = '" + topic + "'");
  }

  List<String> requests() {
    return texts(Part.INTAKE, "select id::text from request");
  }

  List<String> cases() {
    return texts(Part.CASE, "select request_id::text from cases");
  }

  /** Persons without a data key. */
  Set<String> erased() {
    return Set.copyOf(texts(Part.INTAKE, "select id::text from person where wrapped_key is null"));
  }

  /** Each need with its status, as its case has it. */
  List<String> needs() {
    return texts(Part.CASE, "select id || ' ' || status from need");
  }

  /** Each need with its status, as intake's tracking has it. */
  List<String> trackedNeeds() {
    return texts(Part.INTAKE, "select need_id || ' ' || status from tracked_need");
  }

  private List<String> texts(Part service, String query) {
    return rows(service, query).stream().map(List::getFirst).toList();
  }

  private List<List<String>> rows(Part service, String query) {
    try (Connection connection = postgres.connect(service.label());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<List<String>> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        all.add(row);
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot read the database of " + service, e);
    }
  }
}
