package org.okno.suggestion;

import java.util.List;

/**
 * A rule that a system's history proposes: a need in a territory goes to an agency. A person
 * accepts it or does not.
 *
 * @param where territories from the widest to the narrowest; shorter means wider
 * @param support how many needs the rule would have applied to
 * @param confidence the share of them that the agency settled
 */
public record MinedRule(
    String need, List<String> where, String agency, long support, double confidence) {

  public MinedRule {
    where = List.copyOf(where);
  }
}
