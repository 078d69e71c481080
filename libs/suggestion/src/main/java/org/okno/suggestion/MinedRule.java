package org.okno.suggestion;

import java.util.List;

/**
 * A rule that a system's history proposes: a need in a territory goes to an agency. A person
 * accepts it or does not.
 *
 * @param where territories from the widest to the narrowest: a district, or a district and a
 *     municipality of it
 * @param support how many needs it would have applied to; 0 where only other districts, with
 *     agencies of the same kind, have seen the need
 * @param confidence probability that the agency is right, 0 to 1; what is long ago counts less
 */
public record MinedRule(
    String need, List<String> where, String agency, long support, double confidence) {

  public MinedRule {
    where = List.copyOf(where);
  }
}
