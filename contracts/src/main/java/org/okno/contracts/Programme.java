package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A programme of help: what is planned for one person, over several needs and agencies. Goals and
 * steps are codes: words of staff about a person are personal data.
 *
 * @param id of the programme
 * @param requestId of the case in which it was drafted
 * @param personId whom it is for
 * @param goals codes such as {@code stable-income}
 * @param steps in the order in which they were planned
 * @param reviewOn when the plan is looked at next
 * @param version 1 when it is drafted, one higher at each of its events
 */
public record Programme(
    UUID id,
    UUID requestId,
    UUID personId,
    List<String> goals,
    List<ProgrammeStep> steps,
    LocalDate reviewOn,
    long version) {
  public Programme {
    requireNonNull(id, "id");
    requireNonNull(requestId, "requestId");
    requireNonNull(personId, "personId");
    goals = List.copyOf(requireNonNull(goals, "goals"));
    steps = List.copyOf(requireNonNull(steps, "steps"));
    requireNonNull(reviewOn, "reviewOn");
  }
}
