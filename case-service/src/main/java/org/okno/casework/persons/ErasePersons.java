package org.okno.casework.persons;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.UUID;

/**
 * Marks persons as erased in all their cases and drops what is sealed about them. Who was erased is
 * remembered: a case that opens later from an older event finds it.
 */
@Singleton
public final class ErasePersons {
  // A case that another instance is opening just now would be missed by both sides: wait until it
  // is committed, and
  // let nobody open one meanwhile. Erasing is rare; opening pays nothing for it.
  private static final String LOCK = "lock table cases in share row exclusive mode";
  private static final String REMEMBER =
      "insert into erased_person (person_id) select unnest(?::uuid[]) on conflict do nothing";
  private static final String APPLICANT =
      """
      update cases set applicant_erased = true, sealed_applicant = null, sealed_text = null, version = version + 1
      where applicant_id = any(?::uuid[]) and not applicant_erased
      """;
  private static final String BENEFICIARY =
      """
      update cases set beneficiary_erased = true, sealed_beneficiary = null, sealed_text = null, version = version + 1
      where not beneficiary_erased and (beneficiary_id <> applicant_id and beneficiary_id = any(?::uuid[])
        or beneficiary_id = applicant_id and applicant_id = any(?::uuid[]))
      """;

  /** Erases persons, in the caller's transaction; again is no change. */
  public void erase(Connection connection, Collection<UUID> personIds) throws SQLException {
    try (Statement lock = connection.createStatement()) {
      lock.execute(LOCK);
    }
    update(connection, REMEMBER, personIds, 1);
    update(connection, APPLICANT, personIds, 1);
    update(connection, BENEFICIARY, personIds, 2);
  }

  private static void update(
      Connection connection, String sql, Collection<UUID> personIds, int places)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int place = 1; place <= places; place++) {
        update.setArray(place, connection.createArrayOf("uuid", personIds.toArray(UUID[]::new)));
      }
      update.executeUpdate();
    }
  }
}
