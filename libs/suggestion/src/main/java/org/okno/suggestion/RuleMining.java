package org.okno.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Proposes rules from what agencies settled: for each need and district one, and one for a
 * municipality where another agency is the usual one there. Texts have no say: a rule is read and
 * accepted by a person.
 */
public final class RuleMining {
  /** Fewer needs than these make no exception for a municipality. */
  private static final long LEAST_SUPPORT = 3;

  private final List<SettledNeed> settled;
  private final List<String> agencies;
  private final AgencyTable table;

  /**
   * @param settled at least one
   */
  public RuleMining(List<SettledNeed> settled) {
    this.settled = List.copyOf(settled);
    agencies = settled.stream().map(SettledNeed::agency).distinct().sorted().toList();
    table =
        new AgencyTable(settled, new Labels(agencies).numbers(), AgencyKinds.of(agencies, settled));
  }

  /** Rules by need and territory, a district before its municipalities. */
  public List<MinedRule> mine() {
    Map<String, Map<String, Long>> municipalities = new TreeMap<>();
    Map<String, Long> support =
        settled.stream()
            .map(SettledNeed::assignment)
            .flatMap(a -> a.keys().stream())
            .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    for (SettledNeed one : settled) {
      List<String> where = one.assignment().where();
      municipalities
          .computeIfAbsent(one.assignment().district(), d -> new TreeMap<>())
          .merge(where.size() > 1 ? where.get(1) : "", 1L, Long::sum);
    }
    List<MinedRule> rules = new ArrayList<>();
    settled.stream()
        .map(s -> s.assignment().need())
        .distinct()
        .sorted()
        .forEach(
            need ->
                municipalities.forEach(
                    (district, narrower) ->
                        rules.addAll(rules(need, district, narrower.keySet(), support))));
    return rules;
  }

  private List<MinedRule> rules(
      String need, String district, Iterable<String> municipalities, Map<String, Long> support) {
    List<MinedRule> rules = new ArrayList<>();
    MinedRule wide = rule(need, List.of(district), support);
    rules.add(wide);
    for (String municipality : municipalities) {
      MinedRule narrow = rule(need, List.of(district, municipality), support);
      if (!municipality.isEmpty()
          && narrow.support() >= LEAST_SUPPORT
          && !narrow.agency().equals(wide.agency())) {
        rules.add(narrow);
      }
    }
    return rules;
  }

  private MinedRule rule(String need, List<String> where, Map<String, Long> support) {
    Assignment assignment = new Assignment("", need, where);
    double[] likely = table.probabilities(assignment);
    int best = 0;
    for (int agency = 1; agency < likely.length; agency++) {
      best = likely[agency] > likely[best] ? agency : best;
    }
    return new MinedRule(
        need,
        where,
        agencies.get(best),
        support.getOrDefault(assignment.keys().getLast(), 0L),
        likely[best]);
  }
}
