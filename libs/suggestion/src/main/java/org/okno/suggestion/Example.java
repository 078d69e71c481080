package org.okno.suggestion;

import java.util.List;
import java.util.Set;

/**
 * A text whose labels are known.
 *
 * @param facts what else was known when it came in, such as {@code district=Nevsky}; may be empty
 * @param labels may be empty where a text may have none
 */
public record Example(String text, List<String> facts, Set<String> labels) {

  public Example {
    facts = List.copyOf(facts);
    labels = Set.copyOf(labels);
  }

  public static Example of(String text, String label) {
    return new Example(text, List.of(), Set.of(label));
  }
}
