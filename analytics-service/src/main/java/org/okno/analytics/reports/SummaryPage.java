package org.okno.analytics.reports;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Items, with the days they are of: a reader who named none sees what the default was. Where they
 * are a page, the address of the next is in the header {@code Link}.
 */
@Schema(description = "Items, with the days they are of")
public record SummaryPage<T>(
    @Schema(
            description = "First day; by default 31 days up to the last one",
            examples = "2026-08-01",
            required = true)
        LocalDate from,
    @Schema(
            description = "Last day; by default the latest that has begun anywhere on earth",
            examples = "2026-08-31",
            required = true)
        LocalDate to,
    @Schema(description = "The items of this page", required = true) List<T> items) {
  public SummaryPage {
    items = List.copyOf(items);
  }

  /**
   * The items of a query.
   *
   * @param query with its days
   */
  static <T> SummaryPage<T> of(SummaryQuery query, List<T> items) {
    return new SummaryPage<>(requireNonNull(query.from()), requireNonNull(query.to()), items);
  }
}
