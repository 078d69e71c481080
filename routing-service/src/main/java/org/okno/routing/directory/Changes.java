package org.okno.routing.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.okno.contracts.DirectoryEvent;

/** What a change of the directory tells the other services. */
final class Changes {
  private Changes() {}

  /** One event an entry that others know of; services are nobody else's business. */
  static List<DirectoryEvent> asEvents(DirectoryDocument changed, Instant at) {
    List<DirectoryEvent> events = new ArrayList<>(changed.size());
    for (Territory t : changed.territories()) {
      events.add(
          new DirectoryEvent.TerritoryPublished(
              t.code(), t.name(), t.level(), t.parent(), t.zone(), at));
    }
    for (Term t : changed.terms()) {
      events.add(new DirectoryEvent.TermPublished(t.axis(), t.code(), t.nameRu(), t.nameEn(), at));
    }
    for (Organization o : changed.organizations()) {
      events.add(new DirectoryEvent.AgencyPublished(o.id(), o.name(), at));
    }
    return events;
  }
}
