package org.okno.routing.policy;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.okno.contracts.HeldNeed;
import org.okno.routing.directory.Organization;
import org.okno.routing.directory.Service;
import org.okno.routing.directory.Territory;

/**
 * Looks at the nearest place where anything is offered that the person may turn to, and at one kind
 * of offer there. Two agencies with the same claim are never chosen between.
 *
 * @param reach whether the place is the person's own territory or the nearest one above it
 * @param kind which offers there are looked at
 */
record NearestOffer(String name, int version, Reach reach, Kind kind) implements Rule {

  enum Reach {
    OWN_TERRITORY,
    ABOVE
  }

  enum Kind {
    FOR_TARGET_GROUP,
    FOR_EVERYBODY
  }

  @Override
  public Answer answer(Question question) {
    return place(question).map(place -> choose(question, place)).orElseGet(Answer.Pass::new);
  }

  private Optional<Territory> place(Question question) {
    Stream<Territory> places =
        switch (reach) {
          case OWN_TERRITORY -> Stream.of(question.territory());
          case ABOVE -> question.outwards().skip(1);
        };
    return places
        .filter(place -> question.offersIn(place).stream().anyMatch(question::isEligibleFor))
        .findFirst();
  }

  private Answer choose(Question question, Territory place) {
    Map<String, Service> byAgency = new LinkedHashMap<>();
    question.offersIn(place).stream()
        .filter(service -> isOfThisKind(question, service))
        // Of several services of one agency, the one that promises an answer soonest.
        .sorted(Comparator.comparingInt(Service::respondWithinHours).thenComparing(Service::id))
        .forEach(service -> byAgency.putIfAbsent(service.organizationId(), service));
    return switch (byAgency.size()) {
      case 0 -> new Answer.Pass();
      case 1 -> assign(question, place, byAgency.values().iterator().next());
      default -> ambiguous(question, place, byAgency);
    };
  }

  private boolean isOfThisKind(Question question, Service service) {
    return switch (kind) {
      case FOR_TARGET_GROUP -> question.isInTargetGroupOf(service);
      case FOR_EVERYBODY -> service.isForEverybody();
    };
  }

  private Answer assign(Question question, Territory place, Service service) {
    Organization agency = question.directory().organizationOf(service);
    return new Answer.Assign(
        agency.asRef(),
        service,
        "%s is the only agency that offers '%s'%s in %s%s"
            .formatted(
                agency.name(),
                question.need(),
                forWhom(question, service),
                place.name(),
                nearest()));
  }

  private Answer ambiguous(Question question, Territory place, Map<String, Service> byAgency) {
    List<HeldNeed.Candidate> candidates =
        byAgency.values().stream()
            .sorted(Comparator.comparing(Service::organizationId))
            .limit(Guesses.MOST)
            .map(
                service ->
                    new HeldNeed.Candidate(
                        question.directory().organizationOf(service).asRef(),
                        "offers '%s'%s in %s"
                            .formatted(question.need(), forWhom(question, service), place.name())))
            .toList();
    return new Answer.Ambiguous(
        candidates,
        "%d agencies offer '%s' in %s%s alike"
            .formatted(byAgency.size(), question.need(), place.name(), nearest()));
  }

  private String forWhom(Question question, Service service) {
    return switch (kind) {
      case FOR_EVERYBODY -> "";
      case FOR_TARGET_GROUP ->
          " for "
              + String.join(
                  ", ",
                  service.targetGroups().stream()
                      .filter(question.targetGroups()::contains)
                      .toList());
    };
  }

  private String nearest() {
    return switch (reach) {
      case OWN_TERRITORY -> "";
      case ABOVE -> ", the nearest place where it is offered";
    };
  }
}
