package org.okno.cases.referrals;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.okno.cases.deadlines.AgencyRepository;
import org.okno.cases.needs.CaseRepository;
import org.okno.cases.needs.ChangeNeed;
import org.okno.cases.needs.Visibility;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;

/** An agency refers a need that it has to another agency. */
@Singleton
class MakeReferral {
  private final CaseRepository cases;
  private final AgencyRepository agencies;
  private final ReferralTransaction transaction;
  private final CurrentCaller current;
  private final Clock clock;

  MakeReferral(
      CaseRepository cases,
      AgencyRepository agencies,
      ReferralTransaction transaction,
      CurrentCaller current,
      Clock clock) {
    this.cases = cases;
    this.agencies = agencies;
    this.transaction = transaction;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Makes a referral. The same one again responds with the first and changes nothing.
   *
   * @param agency that has the need
   * @throws ProblemException 404 where the agency does not have the need, 400 with every validation
   *     error, 409 where the need is settled or is referred to the same agency on other terms
   */
  ReferralRow make(UUID requestId, UUID needId, String agency, Actor actor, ReferralTerms terms) {
    Rows permitted = new Rows.OfAgency(agency);
    if (cases
        .find(requestId, permitted)
        .flatMap(file -> file.need(needId))
        .filter(need -> Visibility.isWhole(need, permitted))
        .isEmpty()) {
      throw ChangeNeed.unknown();
    }
    AgencyRef to = addressee(agency, terms);
    // What the agency may do was decided in its own session; the case is locked beyond it.
    return current.unlimited(() -> transaction.make(requestId, needId, agency, to, actor, terms));
  }

  private AgencyRef addressee(String agency, ReferralTerms terms) {
    List<FieldError> errors = new ArrayList<>(terms.errors(agency, clock.instant()));
    AgencyRef to = agencies.find(Set.of(terms.toAgency())).get(terms.toAgency());
    if (to == null) {
      errors.add(new FieldError("/toAgency", "there is no agency with this id"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
    return requireNonNull(to);
  }
}
