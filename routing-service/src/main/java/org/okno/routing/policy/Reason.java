package org.okno.routing.policy;

import java.util.Map;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.HeldNeed.Candidate;

/**
 * Why, as a code of {@link org.okno.contracts.Reasons} and what its text names: codes and names of
 * the directory, nothing of the request.
 */
public record Reason(String code, Map<String, String> parameters) {
  public Reason {
    parameters = Map.copyOf(parameters);
  }

  static Reason of(String code) {
    return new Reason(code, Map.of());
  }

  static Reason of(String code, String parameter, String value) {
    return new Reason(code, Map.of(parameter, value));
  }

  /** This reason with one more parameter. */
  Reason with(String parameter, String value) {
    Map<String, String> all = new java.util.HashMap<>(parameters);
    all.put(parameter, value);
    return new Reason(code, all);
  }

  /** An agency to which this applies. */
  Candidate candidate(AgencyRef agency) {
    return new Candidate(agency, code, parameters);
  }
}
