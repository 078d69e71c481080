package org.okno.bench.faults;

import org.okno.local.client.Caller;
import org.okno.local.client.Services;

/** Erases the applicant of a request that has its case. */
final class Erasure {

  private final Services officer;
  private final Staff staff;

  Erasure(Services services, Staff staff) {
    this.officer = services.as(Caller.PROTECTION_OFFICER);
    this.staff = staff;
  }

  /** False while it did not succeed. */
  boolean isDone(String requestId) {
    String person =
        officer
            .get("case", "/v1/cases/" + requestId)
            .orFail("read a case")
            .path("applicant")
            .path("personId")
            .asText();
    officer.delete("intake", "/v1/persons/" + person).orFail("erase a person");
    staff.confirm(StaffStep.erased(person));
    return true;
  }
}
