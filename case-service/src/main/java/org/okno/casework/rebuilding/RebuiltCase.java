package org.okno.casework.rebuilding;

import java.time.Instant;
import java.util.List;
import org.okno.casework.needs.CaseStatus;
import org.okno.casework.needs.Need;
import org.okno.contracts.Questionnaire;

/**
 * A case as its events leave it.
 *
 * @param needs in the order they were asked for
 */
record RebuiltCase(Questionnaire asked, Instant openedAt, List<Changed> needs) {

  /** A need, and how many events changed it since the case was opened. */
  record Changed(Need need, int changes) {

    Changed to(Need next) {
      return new Changed(next, changes + 1);
    }
  }

  CaseStatus status() {
    return CaseStatus.of(needs.stream().map(one -> one.need().state().status()).toList());
  }

  int changes() {
    return needs.stream().mapToInt(Changed::changes).sum();
  }
}
