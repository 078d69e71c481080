package org.okno.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules, applied: the one of the narrowest territory decides. */
public final class RuleBook {
  private final Map<List<String>, MinedRule> rules = new HashMap<>();

  /**
   * @param rules one a need and territory; of two the later counts
   */
  public RuleBook(List<MinedRule> rules) {
    rules.forEach(rule -> this.rules.put(key(rule.need(), rule.where()), rule));
  }

  /** The rule for a need; empty where none names its need and a territory it is in. */
  public Optional<MinedRule> rule(Assignment assignment) {
    for (int depth = assignment.where().size(); depth > 0; depth--) {
      List<String> where = assignment.where().subList(0, depth);
      MinedRule rule = rules.get(key(assignment.need(), where));
      if (rule != null) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private static List<String> key(String need, List<String> where) {
    List<String> key = new ArrayList<>();
    key.add(need);
    key.addAll(where);
    return key;
  }
}
