package org.okno.bench.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.okno.contracts.CaseEvent;

/**
 * What okno.cases told of each request, each event once. Repeats of one event id are what "at least
 * once" allows: they are counted, and change nothing.
 */
final class History {

  private final Map<UUID, String> told = new HashMap<>();
  private final Set<UUID> seen = new HashSet<>();
  private final List<String> breaches = new ArrayList<>();
  private int repeats;

  void take(UUID eventId, CaseEvent event) {
    if (!seen.add(eventId)) {
      repeats++;
      return;
    }
    String before = told.getOrDefault(event.requestId(), "");
    String now = before + letter(event);
    told.put(event.requestId(), now);
    if (!isInOrder(now)) {
      breaches.add(event.requestId() + ": " + now);
    }
  }

  /** Requests with a case. */
  int cases() {
    return told.size();
  }

  int repeats() {
    return repeats;
  }

  /** Histories that cannot have happened so, letter by letter. */
  List<String> breaches() {
    return List.copyOf(breaches);
  }

  /**
   * The requests here have one need: opened, assigned later at most once, accepted, settled,
   * closed.
   */
  private static boolean isInOrder(String letters) {
    return letters.matches("on?(a|arc?|a?dc?)?");
  }

  private static String letter(CaseEvent event) {
    return switch (event) {
      case CaseEvent.CaseOpened opened -> "o";
      case CaseEvent.NeedAssigned assigned -> "n";
      case CaseEvent.NeedAccepted accepted -> "a";
      case CaseEvent.NeedResolved resolved -> "r";
      case CaseEvent.NeedDeclined declined -> "d";
      case CaseEvent.CaseClosed closed -> "c";
    };
  }
}
