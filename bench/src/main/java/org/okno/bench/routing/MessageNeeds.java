package org.okno.bench.routing;

import java.util.List;

/** The labels of the messages of disasters that stand for a need. */
final class MessageNeeds {
  static final List<String> LABELS =
      List.of(
          "water",
          "food",
          "shelter",
          "clothing",
          "money",
          "medical_help",
          "medical_products",
          "search_and_rescue",
          "missing_people",
          "refugees",
          "other_aid");

  private MessageNeeds() {}
}
