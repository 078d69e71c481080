package org.okno.bench.faults;

import java.util.List;
import org.okno.contracts.Topics;
import org.okno.engines.stack.Part;

/**
 * The dead letters of a consumer.
 *
 * @param service that the consumer is part of
 * @param origin the topic it reads
 */
record DeadLetterTopic(Part service, String consumer, String origin) {

  static final List<DeadLetterTopic> ALL =
      List.of(
          new DeadLetterTopic(Part.INTAKE, "intake-cases", Topics.CASES),
          new DeadLetterTopic(Part.ROUTING, "routing", Topics.QUESTIONNAIRES),
          new DeadLetterTopic(Part.ROUTING, "routing", Topics.CASES),
          new DeadLetterTopic(Part.ROUTING, "routing-triage", Topics.DECISIONS),
          new DeadLetterTopic(Part.CASE, "case", Topics.DECISIONS),
          new DeadLetterTopic(Part.CASE, "case", Topics.PERSONS),
          new DeadLetterTopic(Part.CASE, "case-feedback", Topics.FEEDBACK),
          new DeadLetterTopic(Part.ANALYTICS, "analytics", Topics.QUESTIONNAIRES),
          new DeadLetterTopic(Part.ANALYTICS, "analytics", Topics.DECISIONS),
          new DeadLetterTopic(Part.ANALYTICS, "analytics", Topics.CASES));

  String name() {
    return Topics.deadLetters(consumer, origin);
  }

  /** Where they are replayed. */
  String replay() {
    return Topics.replay(consumer, origin);
  }
}
