package org.okno.bench.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts responses by status class, and collects those that no input may get. */
final class Tally {

  private final Map<String, Long> byClass = new TreeMap<>();
  private final List<String> breaches = new ArrayList<>();

  synchronized void add(HostileInputs.Input input, Answer answer) {
    String statusClass = answer.status() == 0 ? "no response" : answer.status() / 100 + "xx";
    byClass.merge(statusClass, 1L, Long::sum);
    if (answer.isInternalError()) {
      breaches.add(breach(input, answer, "internal error"));
    }
    if (answer.isErrorWithoutProblem() && !input.isHead()) {
      breaches.add(breach(input, answer, "no problem document"));
    }
  }

  synchronized Map<String, Long> byClass() {
    return Map.copyOf(byClass);
  }

  synchronized List<String> breaches() {
    return List.copyOf(breaches);
  }

  private static String breach(HostileInputs.Input input, Answer answer, String what) {
    return "%s: %s, %d %s, input %d"
        .formatted(what, input.endpoint(), answer.status(), answer.mediaType(), input.number());
  }
}
