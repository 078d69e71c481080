package org.okno.cases.deadlines;

import java.util.List;
import org.okno.contracts.Codes;

/**
 * A step that is taken while nobody does what a deadline is for.
 *
 * @param share of the deadline's time after which it is taken: 1 is when it is due
 */
public record DeadlineStep(double share, Kind kind) {

  /** What the step tells, and to whom; from {@link #HEAD_OF_AGENCY} on the levels of escalation. */
  public enum Kind {
    /** To whoever has the need, before it is due. */
    WARNED,
    /** To whoever has the need, when it is due. */
    MISSED,
    HEAD_OF_AGENCY,
    LEVEL_ABOVE,
    DUTY_OFFICER;

    /** From 1 for the head of the agency; 0 where nobody above the specialist is told. */
    public int level() {
      return Math.max(0, ordinal() - MISSED.ordinal());
    }

    /** As events and HTTP write it: {@code head-of-agency}. */
    public String code() {
      return Codes.of(this);
    }

    /**
     * The level of escalation with this number.
     *
     * @throws ArrayIndexOutOfBoundsException if there is none
     */
    public static Kind ofLevel(int level) {
      return values()[MISSED.ordinal() + level];
    }

    private static Kind ofCode(String code) {
      try {
        return Codes.constant(Kind.class, code);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "expected warned, missed, head-of-agency, level-above or duty-officer", e);
      }
    }
  }

  /**
   * Reads a text such as {@code 0.75 warned}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static DeadlineStep parse(String text) {
    String[] parts = text.strip().split(" +");
    if (parts.length != 2 || !parts[0].matches("\\d{1,3}(\\.\\d{1,3})?")) {
      throw new IllegalArgumentException(
          "expected a share and a step, for example \"0.75 warned\"");
    }
    DeadlineStep step = new DeadlineStep(Double.parseDouble(parts[0]), Kind.ofCode(parts[1]));
    if (step.kind == Kind.WARNED ? step.share >= 1 : step.share < 1) {
      throw new IllegalArgumentException(
          "a warning comes at a share below 1, every other step at 1 or later");
    }
    return step;
  }

  /**
   * Reads the steps of a deadline.
   *
   * @throws IllegalArgumentException if they are not in their order
   */
  static List<DeadlineStep> parse(List<String> texts) {
    List<DeadlineStep> steps = texts.stream().map(DeadlineStep::parse).toList();
    for (int i = 1; i < steps.size(); i++) {
      DeadlineStep before = steps.get(i - 1);
      if (steps.get(i).share < before.share || steps.get(i).kind.compareTo(before.kind) < 0) {
        throw new IllegalArgumentException("steps are in the order in which they are taken");
      }
    }
    return steps;
  }
}
