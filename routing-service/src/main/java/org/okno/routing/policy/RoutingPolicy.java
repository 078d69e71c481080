package org.okno.routing.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.okno.contracts.HeldNeed.Candidate;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.directory.Territory;
import org.okno.routing.policy.NearestOffer.Kind;
import org.okno.routing.policy.NearestOffer.Reach;

/**
 * The rules in the order they are asked; the first that does not pass decides. The nearest place
 * wins over the better fit: an agency of one's own municipality comes before a region's fund for
 * one's target group.
 */
public final class RoutingPolicy {
  private final List<Rule> rules;

  public RoutingPolicy(List<Rule> rules) {
    this.rules = List.copyOf(rules);
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
    /** It goes to the agency of this answer, by this rule. */
    record Placed(Rule rule, Answer.Assign answer) implements Outcome {}

    /** A dispatcher decides; at most three candidates, best first. */
    record Held(String reason, List<Candidate> candidates) implements Outcome {}
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
    Optional<Territory> place = directory.territory(territory);
    if (place.isEmpty()) {
      return new Outcome.Held(
          "the territory of the request is not in the directory",
          Guesses.withoutTerritory(directory, need));
    }
    if (!directory.hasNeed(need)) {
      return new Outcome.Held(
          "the need is not in the directory", Guesses.withoutNeed(directory, place.get()));
    }
    return decide(new Question(directory, need, place.get(), targetGroups));
  }

  private Outcome decide(Question question) {
    for (Rule rule : rules) {
      switch (rule.answer(question)) {
        case Answer.Assign assign -> {
          return new Outcome.Placed(rule, assign);
        }
        case Answer.Ambiguous(var candidates, var reason) -> {
          return new Outcome.Held(reason, candidates);
        }
        case Answer.Pass pass -> {}
      }
    }
    return new Outcome.Held(
        "no agency offers '%s' in %s or above it for this person"
            .formatted(question.need(), question.territory().name()),
        Guesses.to(question));
  }
}
