package org.okno.routing.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.okno.contracts.HeldNeed.Candidate;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.directory.Service;
import org.okno.routing.directory.Territory;

/**
 * Whom a dispatcher may want to ask when no rule has an answer: at most three agencies, best first.
 */
final class Guesses {
  static final int MOST = 3;

  private Guesses() {}

  /**
   * Who offers the need here but for others; who offers it below, or next door; who does anything
   * else here.
   */
  static List<Candidate> to(Question question) {
    DirectorySnapshot directory = question.directory();
    Stream<Candidate> forOthers =
        question
            .outwards()
            .flatMap(
                place ->
                    candidates(
                        directory,
                        question.offersIn(place),
                        service ->
                            "offers '%s' in %s, but for %s"
                                .formatted(
                                    question.need(),
                                    place.name(),
                                    String.join(", ", service.targetGroups()))));
    Stream<Candidate> nearby =
        nearby(question)
            .flatMap(
                place ->
                    candidates(
                        directory,
                        question.offersIn(place).stream().filter(question::isEligibleFor).toList(),
                        service -> "offers '%s' in %s".formatted(question.need(), place.name())));
    return firstThree(Stream.of(forOthers, nearby, sameTerritory(question)).flatMap(s -> s));
  }

  /** For a need that the taxonomy does not have: whoever works here. */
  static List<Candidate> withoutNeed(DirectorySnapshot directory, Territory territory) {
    return firstThree(sameTerritory(directory, territory));
  }

  /** For a territory that the directory does not have: whoever offers the need. */
  static List<Candidate> withoutTerritory(DirectorySnapshot directory, String need) {
    return firstThree(
        candidates(
            directory,
            directory.offersAnywhere(need),
            service -> "offers '%s' elsewhere".formatted(need)));
  }

  private static Stream<Territory> nearby(Question question) {
    DirectorySnapshot directory = question.directory();
    Territory here = question.territory();
    Stream<Territory> siblings =
        here.parent() == null ? Stream.of() : directory.below(here.parent()).stream();
    return Stream.concat(directory.below(here.code()).stream(), siblings)
        .filter(place -> !place.code().equals(here.code()));
  }

  private static Stream<Candidate> sameTerritory(Question question) {
    return question.outwards().flatMap(place -> sameTerritory(question.directory(), place));
  }

  private static Stream<Candidate> sameTerritory(DirectorySnapshot directory, Territory place) {
    return candidates(
        directory,
        directory.servicesIn(place.code()),
        service -> "works in %s, with other needs".formatted(place.name()));
  }

  private static Stream<Candidate> candidates(
      DirectorySnapshot directory, List<Service> services, Function<Service, String> reason) {
    return services.stream()
        .map(
            service ->
                new Candidate(directory.organizationOf(service).asRef(), reason.apply(service)));
  }

  private static List<Candidate> firstThree(Stream<Candidate> candidates) {
    Map<String, Candidate> byAgency = new LinkedHashMap<>();
    candidates
        .takeWhile(candidate -> byAgency.size() < MOST)
        .forEach(candidate -> byAgency.putIfAbsent(candidate.agency().id(), candidate));
    return List.copyOf(byAgency.values());
  }
}
