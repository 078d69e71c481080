package org.okno.bench.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what must be with what is; a sentence for each kind of difference. */
final class Differences {

  private final List<String> found = new ArrayList<>();

  List<String> all() {
    return List.copyOf(found);
  }

  void add(String difference) {
    found.add(difference);
  }

  /** Each that is expected must be there once, and nothing else. */
  void compare(String what, Collection<String> expected, Collection<String> actual) {
    Set<String> once = new HashSet<>(actual);
    if (once.size() < actual.size()) {
      add("%s: %d twice".formatted(what, actual.size() - once.size()));
    }
    contains(what, expected, once);
    once.removeAll(new HashSet<>(expected));
    some(what, "that should not be there", once);
  }

  /** Each that is expected must be there. */
  <T> void contains(String what, Collection<T> expected, Set<T> actual) {
    Set<T> lost = new HashSet<>(expected);
    lost.removeAll(actual);
    some(what, "lost", lost);
  }

  /** Each number must be the same; a missing one is 0. */
  <T> void compare(String what, Map<T, Long> expected, Map<T, Long> actual) {
    Set<T> keys = new HashSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    for (T key : keys) {
      long should = expected.getOrDefault(key, 0L);
      long is = actual.getOrDefault(key, 0L);
      if (should != is) {
        add("%s: %d instead of %d in %s".formatted(what, is, should, key));
      }
    }
  }

  private void some(String what, String how, Set<?> those) {
    if (!those.isEmpty()) {
      add("%s: %d %s, such as %s".formatted(what, those.size(), how, those.iterator().next()));
    }
  }
}
