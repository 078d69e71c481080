package org.okno.contracts;

/** The Kafka topics of the flow. */
public final class Topics {
  public static final String QUESTIONNAIRES = "okno.questionnaires";
  public static final String PERSONS = "okno.persons";
  public static final String ACCESSES = "okno.accesses";
  public static final String FEEDBACK = "okno.feedback";
  public static final String DECISIONS = "okno.decisions";
  public static final String DIRECTORY = "okno.directory";
  public static final String CASES = "okno.cases";
  public static final String DAILY_SUMMARY = "okno.daily-summary";

  private static final String DEAD_LETTERS = ".dlq";
  private static final String REPLAY = ".replay";

  private Topics() {}

  /** Where a consumer dead-letters records of a topic, or of its replay. */
  public static String deadLetters(String consumer, String topic) {
    return topic.endsWith(REPLAY)
        ? topic.substring(0, topic.length() - REPLAY.length()) + DEAD_LETTERS
        : consumer + "." + topic + DEAD_LETTERS;
  }

  /** Where the dead letters of a consumer are replayed: no other consumer reads there. */
  public static String replay(String consumer, String topic) {
    return consumer + "." + topic + REPLAY;
  }
}
