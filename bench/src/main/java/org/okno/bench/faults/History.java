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
 * The case events of each request, each event once. Duplicates of an event id are what "at least
 * once" allows: they are only counted.
 */
final class History {

  private final Map<UUID, String> codes = new HashMap<>();
  private final Set<UUID> seen = new HashSet<>();
  private final List<String> breaches = new ArrayList<>();
  private int duplicates;

  void add(UUID eventId, CaseEvent event) {
    if (!seen.add(eventId)) {
      duplicates++;
      return;
    }
    String before = codes.getOrDefault(event.requestId(), "");
    String now = before + code(event);
    codes.put(event.requestId(), now);
    if (!isInOrder(now)) {
      breaches.add(event.requestId() + ": " + now);
    }
  }

  /** Requests with a case. */
  int cases() {
    return codes.size();
  }

  int duplicates() {
    return duplicates;
  }

  /** Impossible histories, a letter per event. */
  List<String> breaches() {
    return List.copyOf(breaches);
  }

  /**
   * The requests here have one need: opened, assigned later at most once, accepted, settled,
   * closed.
   */
  private static boolean isInOrder(String codes) {
    return codes.matches("on?(a|arc?|a?dc?)?");
  }

  private static String code(CaseEvent event) {
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
