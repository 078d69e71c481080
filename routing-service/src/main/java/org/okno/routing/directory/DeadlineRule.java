package org.okno.routing.directory;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AllowedTime;

/**
 * How much time an agency has for needs of a kind. What is null is for all: of the rules that apply
 * to a need the most specific one holds.
 *
 * @param need code on the axis {@code need}
 * @param urgency one of {@link #URGENCIES}
 * @param targetGroup code on the axis {@code target-group}: for people in that group
 * @param respondWithin as {@link AllowedTime} reads it; null where an agency need not respond first
 * @param resolveWithin as {@link AllowedTime} reads it
 */
@Schema(description = "How much time an agency has for needs of a kind")
public record DeadlineRule(
    @Schema(description = "Id in the directory", examples = "here-and-now", required = true)
        String id,
    @Schema(
            description = "For this kind of help only; codes: GET /v1/directory/terms",
            examples = "food")
        @Nullable String need,
    @Schema(
            description = "For needs of this urgency only",
            examples = "emergency",
            enumeration = {"planned", "normal", "urgent", "emergency"})
        @Nullable String urgency,
    @Schema(
            description = "For people in this group only; codes: GET /v1/directory/terms",
            examples = "veteran")
        @Nullable String targetGroup,
    @Schema(
            description =
                "Until the agency accepts or declines: an amount and a unit (minutes around the"
                    + " clock, working-minutes, working-days, calendar-days)",
            examples = "30 minutes")
        @Nullable String respondWithin,
    @Schema(
            description = "Until the need is settled, in the same way",
            examples = "2 working-days",
            required = true)
        String resolveWithin) {
  static final Set<String> URGENCIES = Set.of("planned", "normal", "urgent", "emergency");

  public DeadlineRule {
    id = Text.code(id);
    need = Text.optional(need);
    urgency = Text.optional(urgency);
    targetGroup = Text.optional(targetGroup);
    respondWithin = Text.optional(respondWithin);
    resolveWithin = Text.code(resolveWithin);
  }

  /** Whether it is for a need like this. */
  boolean appliesTo(String code, String howUrgent, Set<String> groups) {
    return (need == null || need.equals(code))
        && (urgency == null || urgency.equals(howUrgent))
        && (targetGroup == null || groups.contains(targetGroup));
  }

  /**
   * The higher, the more specific. Urgency weighs most: what must happen here and now must,
   * whatever it is and for whom; then the need, then the target group.
   */
  int specificity() {
    return (urgency == null ? 0 : 4) + (need == null ? 0 : 2) + (targetGroup == null ? 0 : 1);
  }

  /** What it is for; no two rules are for the same. */
  String subject() {
    return "%s/%s/%s".formatted(urgency, need, targetGroup);
  }

  /** Time to respond; null without. */
  public @Nullable AllowedTime response() {
    return respondWithin == null ? null : AllowedTime.parse(respondWithin);
  }

  /** Time to settle the need. */
  public AllowedTime resolution() {
    return AllowedTime.parse(resolveWithin);
  }
}
