package org.okno.cases.deadlines;

import org.okno.contracts.AllowedTime;

/** How much time there is; {@code n} is at least 1. */
public sealed interface TimeLimit {

  /** How many of its units. */
  int n();

  /** Minutes around the clock, for what must happen here and now. */
  record Minutes(int n) implements TimeLimit {
    public Minutes {
      requirePositive(n);
    }
  }

  /** Minutes of opening time; an interval's end counts as that, not as the next opening. */
  record WorkingMinutes(int n) implements TimeLimit {
    public WorkingMinutes {
      requirePositive(n);
    }
  }

  /** Until the closing time of the n-th open day after that of the start. */
  record WorkingDays(int n) implements TimeLimit {
    public WorkingDays {
      requirePositive(n);
    }
  }

  /** Until the end of the n-th day after that of the start, or of the next open one. */
  record CalendarDays(int n) implements TimeLimit {
    public CalendarDays {
      requirePositive(n);
    }
  }

  /**
   * The limit that events and rules write so.
   *
   * @throws IllegalArgumentException if there is no such unit, or less than one
   */
  static TimeLimit of(AllowedTime allowed) {
    int n = allowed.amount();
    return switch (allowed.unit()) {
      case "minutes" -> new Minutes(n);
      case "working-minutes" -> new WorkingMinutes(n);
      case "working-days" -> new WorkingDays(n);
      case "calendar-days" -> new CalendarDays(n);
      default ->
          throw new IllegalArgumentException(
              "expected minutes, working-minutes, working-days or calendar-days");
    };
  }

  private static void requirePositive(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("a time limit is at least 1");
    }
  }
}
