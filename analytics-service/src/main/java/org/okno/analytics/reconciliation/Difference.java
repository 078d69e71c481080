package org.okno.analytics.reconciliation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day and channel of which intake accepted other than was counted. */
@Schema(description = "A day and channel of which intake accepted other than was counted")
public record Difference(
    @Schema(description = "Day of the requests", examples = "2026-03-02", required = true)
        LocalDate day,
    @Schema(description = "Code: GET /v1/channels of intake", examples = "hotline", required = true)
        String channel,
    @Schema(description = "Requests that intake accepted", examples = "120", required = true)
        long acceptedRequests,
    @Schema(description = "Requests in the summary", examples = "119", required = true)
        long countedRequests,
    @Schema(description = "Needs that intake accepted", examples = "150", required = true)
        long acceptedNeeds,
    @Schema(description = "Needs in the summary", examples = "149", required = true)
        long countedNeeds) {

  /** The days and channels that differ, in their order. */
  static List<Difference> between(
      Collection<ChannelCount> accepted, Collection<ChannelCount> counted) {
    SortedMap<String, Difference> all = new TreeMap<>();
    Map<String, ChannelCount> inSummary = byKey(counted);
    Map<String, ChannelCount> inIntake = byKey(accepted);
    Stream.concat(accepted.stream(), counted.stream())
        .forEach(
            one ->
                all.put(
                    key(one),
                    of(
                        inIntake.getOrDefault(key(one), none(one)),
                        inSummary.getOrDefault(key(one), none(one)))));
    return all.values().stream().filter(Difference::differs).toList();
  }

  /** Whether the summary lacks something. */
  boolean isMissing() {
    return countedRequests < acceptedRequests || countedNeeds < acceptedNeeds;
  }

  private boolean differs() {
    return countedRequests != acceptedRequests || countedNeeds != acceptedNeeds;
  }

  private static Difference of(ChannelCount accepted, ChannelCount counted) {
    return new Difference(
        accepted.day(),
        accepted.channel(),
        accepted.requests(),
        counted.requests(),
        accepted.needs(),
        counted.needs());
  }

  private static ChannelCount none(ChannelCount of) {
    return new ChannelCount(of.day(), of.channel(), 0, 0);
  }

  private static Map<String, ChannelCount> byKey(Collection<ChannelCount> counts) {
    return counts.stream().collect(Collectors.toMap(Difference::key, Function.identity()));
  }

  private static String key(ChannelCount count) {
    return count.day() + " " + count.channel();
  }
}
