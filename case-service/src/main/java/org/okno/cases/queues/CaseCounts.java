package org.okno.cases.queues;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many cases and needs there are at one time. Every status is named, also where it has none.
 */
@Schema(description = "How many cases and needs there are at one time")
public record CaseCounts(
    @Schema(description = "Cases", examples = "1200", required = true) long total,
    @Schema(
            description = "Cases by status",
            examples = "{\"in-triage\": 12, \"assigned\": 88, \"in-work\": 300, \"settled\": 800}",
            required = true)
        Map<String, Long> byStatus,
    @Schema(description = "Needs of all cases", examples = "1500", required = true) long needs,
    @Schema(
            description = "Needs by status",
            examples =
                "{\"in-triage\": 14, \"returned\": 1, \"assigned\": 120, \"accepted\": 165,"
                    + " \"in-progress\": 180, \"waiting-for-applicant\": 20, \"resolved\": 900,"
                    + " \"declined\": 99, \"withdrawn\": 1}",
            required = true)
        Map<String, Long> needsByStatus) {

  static CaseCounts of(Map<String, Long> byStatus, Map<String, Long> needsByStatus) {
    return new CaseCounts(sum(byStatus), byStatus, sum(needsByStatus), needsByStatus);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
