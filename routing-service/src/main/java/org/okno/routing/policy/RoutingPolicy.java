package org.okno.routing.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.okno.contracts.HeldNeed.Candidate;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.directory.Territory;
import org.okno.routing.policy.NearestOffer.Kind;
import org.okno.routing.policy.NearestOffer.Reach;

/**
 * The rules in the order they are applied; the first that does not pass decides. The nearest
 * territory wins over the better fit: an agency of one's own municipality comes before a region's
 * fund for one's target group.
 */
public record RoutingPolicy(List<Rule> rules) {
  public RoutingPolicy {
    rules = List.copyOf(rules);
  }

  /** The rules in force. */
  public static RoutingPolicy standard() {
    return new RoutingPolicy(
        List.of(
            new NearestOffer(
                "target-group-in-territory", 1, Reach.OWN_TERRITORY, Kind.FOR_TARGET_GROUP),
            new NearestOffer("service-in-territory", 1, Reach.OWN_TERRITORY, Kind.FOR_EVERYBODY),
            new NearestOffer(
                "target-group-in-parent-territory", 1, Reach.ABOVE, Kind.FOR_TARGET_GROUP),
            new NearestOffer("service-in-parent-territory", 1, Reach.ABOVE, Kind.FOR_EVERYBODY)));
  }

  /** What becomes of a need. */
  public sealed interface Outcome {
    /** It is assigned by this rule. */
    record Assigned(Rule rule, RuleResult.Assign result) implements Outcome {}

    /** A dispatcher decides; at most three candidates, best first. */
    record Held(Reason reason, List<Candidate> candidates) implements Outcome {}
  }

  /**
   * Finds the agency for a need. A code that the directory does not have is no error: the need is
   * held.
   *
   * @param territory code of where the person is
   * @param targetGroups codes; those that the directory does not have match nothing
   */
  public Outcome decide(
      DirectorySnapshot directory, String need, String territory, Set<String> targetGroups) {
    Optional<Territory> here = directory.territory(territory);
    if (here.isEmpty()) {
      return new Outcome.Held(
          Reason.of("territory-unknown"), Candidates.withoutTerritory(directory, need));
    }
    if (!directory.hasNeed(need)) {
      return new Outcome.Held(
          Reason.of("need-unknown"), Candidates.withoutNeed(directory, here.get()));
    }
    return decide(new RoutingInput(directory, need, here.get(), targetGroups));
  }

  /**
   * Holds a need for a dispatcher because nobody knows where it is; agencies that would get it in
   * one of the territories are the candidates.
   *
   * @param territories codes of those that may be meant, best first; may be empty
   */
  public Outcome holdUnclear(
      DirectorySnapshot directory,
      String need,
      List<String> territories,
      Set<String> targetGroups) {
    List<Candidate> candidates =
        territories.stream()
            .flatMap(code -> candidate(directory, need, code, targetGroups).stream())
            .distinct()
            .limit(Candidates.MAX)
            .toList();
    String names =
        territories.stream()
            .flatMap(code -> directory.territory(code).stream())
            .map(Territory::name)
            .collect(Collectors.joining(", "));
    Reason reason =
        names.isEmpty()
            ? Reason.of("territory-not-found")
            : Reason.of("territory-unclear", "territories", names);
    return new Outcome.Held(reason, candidates);
  }

  private Optional<Candidate> candidate(
      DirectorySnapshot directory, String need, String territory, Set<String> targetGroups) {
    return wouldHave(directory, need, territory, targetGroups)
        .map(result -> result.reason().candidate(result.agency()));
  }

  /**
   * Holds a need for a dispatcher because nobody is sure what is needed; the agencies that would
   * get it if it is one of the candidates are the agencies to choose from.
   *
   * @param reason {@code need-unclear} or {@code need-unsure}
   * @param needs codes that may be meant, most likely first; may be empty
   */
  public Outcome holdUnsure(
      DirectorySnapshot directory,
      String reason,
      List<String> needs,
      String territory,
      Set<String> targetGroups) {
    Map<String, Candidate> byAgency = new LinkedHashMap<>();
    for (String need : needs) {
      wouldHave(directory, need, territory, targetGroups)
          .map(result -> Reason.of("would-have", "need", need).candidate(result.agency()))
          .ifPresent(candidate -> byAgency.putIfAbsent(candidate.agency().id(), candidate));
    }
    return new Outcome.Held(
        Reason.of(reason), byAgency.values().stream().limit(Candidates.MAX).toList());
  }

  private Optional<RuleResult.Assign> wouldHave(
      DirectorySnapshot directory, String need, String territory, Set<String> targetGroups) {
    return decide(directory, need, territory, targetGroups)
            instanceof Outcome.Assigned(Rule rule, RuleResult.Assign result)
        ? Optional.of(result)
        : Optional.empty();
  }

  private Outcome decide(RoutingInput input) {
    for (Rule rule : rules) {
      switch (rule.apply(input)) {
        case RuleResult.Assign assign -> {
          return new Outcome.Assigned(rule, assign);
        }
        case RuleResult.Ambiguous(var candidates, var reason) -> {
          return new Outcome.Held(reason, candidates);
        }
        case RuleResult.Pass pass -> {}
      }
    }
    return new Outcome.Held(
        Reason.of("no-agency", "territory", input.territory().name()), Candidates.of(input));
  }
}
