package org.okno.bench.routing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The forms of data that can be learned from, told apart by their columns. */
enum Form {
  PORTAL(
      Set.of("created_at", "text", "category", "reason", "district", "answer_org"),
      Set.of("municipality", "building_id")),
  APPEALS(Set.of("text", "topic", "agency"), Set.of("category")),
  MESSAGES(
      Set.of("message"),
      Stream.concat(Stream.of("original", "genre"), MessageNeeds.LABELS.stream())
          .collect(java.util.stream.Collectors.toUnmodifiableSet()));

  private final Set<String> required;
  private final Set<String> useful;

  Form(Set<String> required, Set<String> useful) {
    this.required = required;
    this.useful = useful;
  }

  Set<String> columns() {
    Set<String> all = new TreeSet<>(required);
    all.addAll(useful);
    return all;
  }

  boolean fits(Set<String> columns) {
    return columns.containsAll(required);
  }

  static Optional<Form> of(Set<String> columns) {
    return Arrays.stream(values()).filter(form -> form.fits(columns)).findFirst();
  }

  /** What the file would need, for each form, as an error tells it. */
  static String missing(Set<String> columns) {
    List<String> lacks =
        Arrays.stream(values())
            .map(
                form -> {
                  Set<String> missing = new TreeSet<>(form.required);
                  missing.removeAll(columns);
                  return "as %s it lacks %s"
                      .formatted(form.name().toLowerCase(java.util.Locale.ROOT), missing);
                })
            .toList();
    return String.join("; ", lacks);
  }
}
