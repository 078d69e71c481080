package org.okno.intake.open311;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.intake.tracking.TrackingNumber;

/**
 * Which requests of the channel are listed, newest first.
 *
 * @param numbers tracking numbers, which override everything else; null for all
 * @param services codes of needs; null for all
 * @param closed null for open and closed ones
 * @param page from 1
 */
record ServiceRequestQuery(
    @Nullable List<String> numbers,
    @Nullable List<String> services,
    Instant from,
    Instant to,
    @Nullable Boolean closed,
    int page,
    int pageSize) {

  /** GeoReport's: 90 days, 1,000 requests. */
  private static final Duration LONGEST = Duration.ofDays(90);

  private static final int MAX_PAGE_SIZE = 1_000;
  private static final int MAX_PAGE = 100_000;
  private static final int MAX_VALUES = 100;

  /**
   * Reads the parameters, each null where it is missing.
   *
   * @throws org.okno.http.ProblemException 400 with every error
   */
  static ServiceRequestQuery of(
      @Nullable String numbers,
      @Nullable String services,
      @Nullable String startDate,
      @Nullable String endDate,
      @Nullable String status,
      @Nullable String page,
      @Nullable String pageSize,
      Instant now) {
    List<FieldError> errors = new ArrayList<>();
    Instant end = instant("end_date", endDate, errors);
    Instant start = instant("start_date", startDate, errors);
    Instant to = end != null ? end : start == null ? now : min(now, start.plus(LONGEST));
    Instant from = start != null ? start : to.minus(LONGEST);
    if (from.isAfter(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      errors.add(new FieldError("start_date", "expected at most 90 days before end_date"));
    }
    ServiceRequestQuery query =
        new ServiceRequestQuery(
            numbers(numbers, errors),
            values("service_code", services, errors),
            from,
            to,
            closed(status, errors),
            number("page", page, MAX_PAGE, 1, errors),
            number("page_size", pageSize, MAX_PAGE_SIZE, MAX_PAGE_SIZE, errors));
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
    return query;
  }

  long offset() {
    return (long) (page - 1) * pageSize;
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static @Nullable Instant instant(
      String name, @Nullable String written, List<FieldError> errors) {
    if (written == null || written.isBlank()) {
      return null;
    }
    try {
      // A plus that was not escaped arrives as a blank.
      Instant read = OffsetDateTime.parse(written.strip().replace(' ', '+')).toInstant();
      if (read.isAfter(Instant.EPOCH) && read.isBefore(Instant.parse("3000-01-01T00:00:00Z"))) {
        return read;
      }
    } catch (DateTimeException e) {
      // The same error.
    }
    errors.add(
        new FieldError(name, "expected a time with its offset, such as 2026-03-01T09:30:00Z"));
    return null;
  }

  private static @Nullable List<String> numbers(@Nullable String written, List<FieldError> errors) {
    List<String> values = values("service_request_id", written, errors);
    return values == null
        ? null
        : values.stream().flatMap(one -> TrackingNumber.parse(one).stream()).toList();
  }

  private static @Nullable List<String> values(
      String name, @Nullable String written, List<FieldError> errors) {
    if (written == null || written.isBlank()) {
      return null;
    }
    List<String> values =
        Arrays.stream(written.split(",")).map(String::strip).filter(v -> !v.isEmpty()).toList();
    if (values.size() > MAX_VALUES) {
      errors.add(new FieldError(name, "expected at most " + MAX_VALUES + " values"));
    }
    return values;
  }

  private static @Nullable Boolean closed(@Nullable String status, List<FieldError> errors) {
    List<String> values = values("status", status, errors);
    if (values == null) {
      return null;
    }
    if (!Set.of("open", "closed").containsAll(values)) {
      errors.add(new FieldError("status", "expected open, closed, or both"));
    }
    return values.contains("open") && values.contains("closed") ? null : values.contains("closed");
  }

  private static int number(
      String name, @Nullable String written, int max, int missing, List<FieldError> errors) {
    if (written == null || written.isBlank()) {
      return missing;
    }
    try {
      int read = Integer.parseInt(written.strip());
      if (read >= 1 && read <= max) {
        return read;
      }
    } catch (NumberFormatException e) {
      // The same error.
    }
    errors.add(new FieldError(name, "expected a number from 1 to " + max));
    return missing;
  }
}
