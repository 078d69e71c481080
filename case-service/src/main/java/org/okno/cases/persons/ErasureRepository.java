package org.okno.cases.persons;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Erasure in the table of cases: persons are marked, and what is sealed about them is dropped. Who
 * was erased is remembered: a case that opens later from an older event finds it.
 */
@Singleton
public class ErasureRepository {
  // A case that another instance opens at the same time would be missed by both sides: wait until
  // it is committed, and let nobody open one meanwhile. Erasing is rare.
  private static final String LOCK = "lock table cases in share row exclusive mode";
  private static final String REMEMBER =
      "insert into erased_person (person_id) select unnest(:ids) on conflict do nothing";
  // That a person is erased is one change of the case, and so one more in its version.
  private static final String ERASE =
      """
      update cases set
        version = version + (erased.applicant and not applicant_erased)::int
          + (erased.beneficiary and not beneficiary_erased)::int,
        applicant_erased = erased.applicant,
        beneficiary_erased = erased.beneficiary,
        sealed_applicant = case when not erased.applicant then sealed_applicant end,
        sealed_beneficiary = case when not erased.beneficiary then sealed_beneficiary end,
        sealed_text = null
      from (select request_id as id,
          exists (select from erased_person where person_id = applicant_id) as applicant,
          exists (select from erased_person where person_id = beneficiary_id) as beneficiary
        from cases where %s) erased
      where request_id = erased.id
        and (erased.applicant and not applicant_erased or erased.beneficiary and not beneficiary_erased)
      """;
  private static final String IN_CASES = ERASE.formatted("request_id = any(:ids)");
  private static final String OF_PERSONS =
      ERASE.formatted(
          "applicant_id = any(:ids) or beneficiary_id <> applicant_id and beneficiary_id = any(:ids)");

  private final Jdbi jdbi;

  ErasureRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Erases persons in all their cases; again it changes nothing. */
  @Transactional
  public void erase(Collection<UUID> personIds) {
    if (personIds.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          handle.execute(LOCK);
          update(handle, REMEMBER, personIds);
          update(handle, OF_PERSONS, personIds);
        });
  }

  /**
   * Erases, in cases that were inserted in the current transaction, who was erased before: after
   * the insert, so that an erasure in another instance either finds the cases or is found here.
   */
  @Transactional(TxType.MANDATORY)
  public void eraseIn(Collection<UUID> requestIds) {
    if (requestIds.isEmpty()) {
      return;
    }
    jdbi.useHandle(handle -> update(handle, IN_CASES, requestIds));
  }

  private static void update(Handle handle, String sql, Collection<UUID> ids) {
    handle.createUpdate(sql).bind("ids", ids.toArray(UUID[]::new)).execute();
  }
}
