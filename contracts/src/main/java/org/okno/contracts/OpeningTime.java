package org.okno.contracts;

import java.time.DayOfWeek;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval of a weekday in which an agency is open, in local time.
 *
 * @param from minute of the day, 0 to 1439
 * @param to minute of the day up to 1440, exclusive; after {@code from}
 */
public record OpeningTime(DayOfWeek day, int from, int to) {
  /** What its text looks like. */
  public static final String GRAMMAR =
      "expected a weekday (Mo, Tu, We, Th, Fr, Sa or Su) and an interval, for example \"Mo"
          + " 09:00-13:00\"; the end of the day is 24:00";

  private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
  private static final Pattern TEXT =
      Pattern.compile("(Mo|Tu|We|Th|Fr|Sa|Su) (\\d\\d):([0-5]\\d)-(\\d\\d):([0-5]\\d)");
  private static final int DAY = 24 * 60;

  public OpeningTime {
    if (from < 0 || from >= to || to > DAY) {
      throw new IllegalArgumentException(GRAMMAR);
    }
  }

  /**
   * Reads a text such as {@code Mo 09:00-13:00}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static OpeningTime parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(GRAMMAR);
    }
    return new OpeningTime(
        DayOfWeek.of(DAYS.indexOf(matcher.group(1)) + 1),
        minute(matcher.group(2), matcher.group(3)),
        minute(matcher.group(4), matcher.group(5)));
  }

  /** Whether both are open at one minute. */
  public boolean overlaps(OpeningTime other) {
    return day == other.day && from < other.to && other.from < to;
  }

  private static int minute(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }
}
