package org.okno.routing.policy;

import java.util.List;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.HeldNeed.Candidate;
import org.okno.routing.directory.Service;

/** What a rule makes of an input. */
public sealed interface RuleResult {

  /** This agency, by this service of it. */
  record Assign(AgencyRef agency, Service service, Reason reason) implements RuleResult {}

  /** The rule does not apply: the next one decides. */
  record Pass() implements RuleResult {}

  /** The rule applies but cannot choose: a person has to, and no later rule is applied. */
  record Ambiguous(List<Candidate> candidates, Reason reason) implements RuleResult {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }
}
