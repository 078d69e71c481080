package org.okno.contracts;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a programme of help.
 *
 * @param number by which the steps of one programme name each other
 * @param step a code such as {@code apply-for-benefit}
 * @param agency who does it
 * @param needId the need of the case that it serves; null where it serves none of them
 * @param dueOn by when
 * @param after numbers of the steps that come before it
 * @param done whether a review found it done
 */
public record ProgrammeStep(
    int number,
    String step,
    AgencyRef agency,
    @Nullable UUID needId,
    LocalDate dueOn,
    List<Integer> after,
    boolean done) {
  public ProgrammeStep {
    requireNonNull(step, "step");
    requireNonNull(agency, "agency");
    requireNonNull(dueOn, "dueOn");
    after = List.copyOf(requireNonNull(after, "after"));
  }

  /** The same step, found done. */
  public ProgrammeStep asDone() {
    return new ProgrammeStep(number, step, agency, needId, dueOn, after, true);
  }
}
