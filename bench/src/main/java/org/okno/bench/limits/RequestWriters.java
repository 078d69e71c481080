package org.okno.bench.limits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.okno.bench.measure.Timing;
import org.postgresql.PGConnection;

/** Ways to write sample requests over one connection; each returns how many it wrote. */
final class RequestWriters {

  private RequestWriters() {}

  /**
   * A transaction of three statements, one a table, each with so many requests. With one request it
   * is what accepting it must write: no HTTP, no JSON, no encryption.
   */
  static Timing.Work inserts(Connection connection, int requests) throws SQLException {
    connection.setAutoCommit(false);
    List<PreparedStatement> statements =
        List.of(
            connection.prepareStatement(RequestTable.PERSON.insert(requests)),
            connection.prepareStatement(RequestTable.REQUEST.insert(requests)),
            connection.prepareStatement(RequestTable.JOURNAL.insert(requests)));
    return () -> {
      List<SampleRequest> samples = Stream.generate(SampleRequest::next).limit(requests).toList();
      for (RequestTable table : RequestTable.values()) {
        execute(statements.get(table.ordinal()), table, samples);
      }
      connection.commit();
      return requests;
    };
  }

  /** A transaction of three COPYs, one a table. */
  static Timing.Work copies(Connection connection, int requests) throws SQLException {
    connection.setAutoCommit(false);
    return () -> {
      List<SampleRequest> samples = Stream.generate(SampleRequest::next).limit(requests).toList();
      for (RequestTable table : RequestTable.values()) {
        copy(connection, table, samples);
      }
      connection.commit();
      return requests;
    };
  }

  static void copy(Connection connection, RequestTable table, List<SampleRequest> samples)
      throws SQLException, IOException {
    String lines =
        samples.stream().map(request -> request.line(table)).collect(Collectors.joining());
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(table.copy(), new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
  }

  private static void execute(
      PreparedStatement statement, RequestTable table, List<SampleRequest> samples)
      throws SQLException {
    int index = 1;
    for (SampleRequest request : samples) {
      for (Object value : request.values(table)) {
        statement.setObject(index++, value);
      }
    }
    statement.executeUpdate();
  }
}
