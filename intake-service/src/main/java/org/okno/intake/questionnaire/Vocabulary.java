package org.okno.intake.questionnaire;

/** The codes a questionnaire may use, as they are known now. */
public interface Vocabulary {
  /** Whether requests may come in by this channel. */
  boolean hasChannel(String code);

  /** Whether the directory has this territory. */
  boolean hasTerritory(String code);

  /** Whether the directory has this term on an axis of its taxonomy. */
  boolean hasTerm(Axis axis, String code);

  /** An axis of the taxonomy. */
  enum Axis {
    NEED("need"),
    SITUATION("situation"),
    TARGET_GROUP("target-group");

    private final String code;

    Axis(String code) {
      this.code = code;
    }

    /** As the directory's events name it. */
    public String code() {
      return code;
    }
  }
}
