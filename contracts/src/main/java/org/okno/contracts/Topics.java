package org.okno.contracts;

/** The Kafka topics of the flow. */
public final class Topics {
  public static final String QUESTIONNAIRES = "okno.questionnaires";
  public static final String PERSONS = "okno.persons";
  public static final String DECISIONS = "okno.decisions";
  public static final String DIRECTORY = "okno.directory";
  public static final String CASES = "okno.cases";
  public static final String DAILY_SUMMARY = "okno.daily-summary";

  private Topics() {}

  /** Where a consumer dead-letters records of a topic. */
  public static String deadLetters(String consumer, String topic) {
    return consumer + "." + topic + ".dlq";
  }
}
