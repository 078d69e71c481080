package org.okno.bench.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.okno.suggestion.Assignment;
import org.okno.suggestion.Example;

/**
 * A request to a city's portal: what was known when it came in, and what it turned out to be.
 *
 * @param createdAt local time, ISO 8601; sorts as text
 * @param agency that answered; empty where none has
 */
record PortalRequest(
    String createdAt,
    String text,
    String category,
    String reason,
    List<String> where,
    String agency) {

  static PortalRequest of(Map<String, String> row) {
    return new PortalRequest(
        row.getOrDefault("created_at", ""),
        row.getOrDefault("text", ""),
        row.getOrDefault("category", ""),
        row.getOrDefault("reason", ""),
        List.of(
            row.getOrDefault("district", ""),
            row.getOrDefault("municipality", ""),
            row.getOrDefault("building_id", "")),
        row.getOrDefault("answer_org", ""));
  }

  Example byReason() {
    return new Example(text, List.of(), Set.of(reason));
  }

  Example byCategory() {
    return new Example(text, List.of(), Set.of(category));
  }

  Assignment assignment() {
    return new Assignment(text, reason, where);
  }

  /** Whether it can be learned from, or tried on. */
  boolean labelled() {
    return !reason.isBlank() && !category.isBlank() && createdAt.matches("\\d{4}-\\d{2}-\\d{2}.*");
  }

  LocalDate createdOn() {
    return LocalDate.parse(createdAt.substring(0, 10));
  }

  boolean answered() {
    return !agency.isEmpty();
  }
}
