package org.okno.routing.policy;

import java.util.List;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.HeldNeed;
import org.okno.routing.directory.Service;

/**
 * What a rule says to a question. Reasons hold codes and names of the directory, nothing of the
 * request.
 */
public sealed interface Answer {

  /** This agency, by this service of it. */
  record Assign(AgencyRef agency, Service service, String reason) implements Answer {}

  /** The rule has nothing to say: the next one is asked. */
  record Pass() implements Answer {}

  /** The rule applies but cannot choose: a person has to, and no later rule is asked. */
  record Ambiguous(List<HeldNeed.Candidate> candidates, String reason) implements Answer {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }
}
