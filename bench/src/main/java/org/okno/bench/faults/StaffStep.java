package org.okno.bench.faults;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.okno.contracts.CaseEvent;
import org.okno.contracts.Event;
import org.okno.contracts.IntakeEvent;
import org.okno.contracts.RoutingEvent;

/**
 * Something staff did: recorded when its response is a success, and looked for at the end.
 *
 * @param what {@code accepted}, {@code declined}, {@code resolved}, {@code assigned} or {@code
 *     erased}
 * @param id of the need or the person
 * @param code reason, outcome or agency; empty where there is none
 */
record StaffStep(String what, String id, String code) {

  static StaffStep accepted(String needId) {
    return new StaffStep("accepted", needId, "");
  }

  static StaffStep declined(String needId, String reason) {
    return new StaffStep("declined", needId, reason);
  }

  static StaffStep resolved(String needId, String outcome) {
    return new StaffStep("resolved", needId, outcome);
  }

  static StaffStep assigned(String needId, String agency) {
    return new StaffStep("assigned", needId, agency);
  }

  static StaffStep erased(String personId) {
    return new StaffStep("erased", personId, "");
  }

  /** The steps that an event records. */
  static List<StaffStep> in(Event event) {
    return switch (event) {
      case CaseEvent.NeedAccepted it -> List.of(accepted(id(it)));
      case CaseEvent.NeedDeclined it -> List.of(declined(id(it), it.reason()));
      case CaseEvent.NeedResolved it -> List.of(resolved(id(it), it.outcome()));
      case IntakeEvent.PersonErased it -> List.of(erased(it.personId().toString()));
      case RoutingEvent.RequestRerouted it -> assigned(it).toList();
      default -> List.of();
    };
  }

  private static Stream<StaffStep> assigned(RoutingEvent.RequestRerouted event) {
    return event.assignments().stream().map(it -> assigned(text(it.needId()), it.agency().id()));
  }

  private static String id(CaseEvent.NeedEvent event) {
    return text(event.need().needId());
  }

  private static String text(UUID id) {
    return id.toString();
  }
}
