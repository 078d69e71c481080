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
 * The events of every case in the order of okno.cases. Repeated records are what "at least once"
 * allows: they are only counted.
 */
final class History {

  private static final String OPENED = "o";
  private static final String CLOSED = "c";

  private final Map<UUID, Map<UUID, String>> needs = new HashMap<>();
  private final Set<UUID> closed = new HashSet<>();
  private final Set<UUID> seen = new HashSet<>();
  private final List<String> breaches = new ArrayList<>();
  private int duplicates;

  void add(UUID eventId, CaseEvent event) {
    if (!seen.add(eventId)) {
      duplicates++;
      return;
    }
    switch (event) {
      case CaseEvent.CaseOpened opened -> open(opened);
      case CaseEvent.CaseClosed it -> close(it.requestId());
      case CaseEvent.CaseCorrected corrected -> {
        // No channel of this trial corrects.
      }
      case CaseEvent.NeedEvent step -> step(step);
      case CaseEvent.DeadlineEvent told -> {
        // The need stays as it is.
      }
      case CaseEvent.ReferralEvent referred -> {
        // The need stays where it is.
      }
      case CaseEvent.ProgrammeEvent planned -> {
        // Needs stay as they are.
      }
    }
  }

  /** Requests with a case. */
  int cases() {
    return needs.size();
  }

  int duplicates() {
    return duplicates;
  }

  /** Impossible histories, a letter per event. */
  List<String> breaches() {
    return List.copyOf(breaches);
  }

  private void open(CaseEvent.CaseOpened opened) {
    Map<UUID, String> ofCase = new HashMap<>();
    opened.needs().forEach(need -> ofCase.put(need.need().needId(), OPENED));
    if (needs.put(opened.requestId(), ofCase) != null) {
      breaches.add(opened.requestId() + ": opened twice");
    }
  }

  private void step(CaseEvent.NeedEvent step) {
    UUID needId = step.need().needId();
    String codes =
        needs
            .computeIfAbsent(step.requestId(), id -> new HashMap<>())
            .merge(needId, code(step), String::concat);
    if (!codes.matches("on?(ar|a?d|a)?")) {
      breaches.add("%s, need %s: %s".formatted(step.requestId(), needId, codes));
    } else if (closed.contains(step.requestId())) {
      breaches.add("%s, need %s: %s after closing".formatted(step.requestId(), needId, codes));
    }
  }

  private void close(UUID requestId) {
    Map<UUID, String> ofCase = needs.getOrDefault(requestId, Map.of());
    boolean settled = ofCase.values().stream().allMatch(codes -> codes.matches(".*[rd]"));
    if (!closed.add(requestId) || ofCase.isEmpty() || !settled) {
      breaches.add("%s: %s, then %s".formatted(requestId, ofCase.values(), CLOSED));
    }
  }

  private static String code(CaseEvent.NeedEvent event) {
    return switch (event) {
      case CaseEvent.NeedAssigned assigned -> "n";
      case CaseEvent.NeedAccepted accepted -> "a";
      case CaseEvent.NeedResolved resolved -> "r";
      case CaseEvent.NeedDeclined declined -> "d";
      // No agency of this trial does more.
      case CaseEvent.NeedEvent other -> "?";
    };
  }
}
