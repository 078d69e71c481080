package org.okno.casework.lists;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.okno.casework.needs.CaseStatus;
import org.okno.casework.needs.Codes;
import org.okno.http.Page;

/**
 * All cases, newest request first. The place of a page is a request id, so a walk sees each case
 * that was there when it began exactly once, whatever comes in meanwhile.
 */
@Singleton
class ListCases {
  private static final UUID TOP = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private final DataSource database;

  ListCases(DataSource database) {
    this.database = database;
  }

  /**
   * A page of cases.
   *
   * @param after request id of the last case of the page before; null for the first page
   * @param status only cases with this status; null for all
   */
  Page<CaseSummary> page(@Nullable UUID after, @Nullable CaseStatus status, int limit)
      throws SQLException {
    String sql =
        "select "
            + CaseSummary.COLUMNS
            + " from cases where request_id < ?"
            + (status == null ? "" : " and status = '" + Codes.of(status) + "'")
            + " order by request_id desc limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, after == null ? TOP : after);
      select.setInt(2, limit + 1);
      List<CaseSummary> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(CaseSummary.read(rows));
        }
      }
      return Page.of(found, limit, last -> last.requestId().toString());
    }
  }
}
