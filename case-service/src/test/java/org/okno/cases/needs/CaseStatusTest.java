package org.okno.cases.needs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.RequestStatus;

/**
 * The status of a case for every combination of up to three needs. Whoever works on a need, or
 * waits for the applicant, has accepted it; for what is returned the agency is looked for as in
 * triage.
 */
class CaseStatusTest {
  private static final String TABLE =
      """
      in-triage                    in-triage
      assigned                     assigned
      accepted                     in-work
      resolved                     settled
      declined                     settled
      in-triage,assigned           in-triage
      in-triage,accepted           in-work
      in-triage,resolved           in-work
      in-triage,declined           in-triage
      assigned,accepted            in-work
      assigned,resolved            in-work
      assigned,declined            assigned
      accepted,resolved            in-work
      accepted,declined            in-work
      resolved,declined            settled
      in-triage,assigned,accepted  in-work
      in-triage,assigned,resolved  in-work
      in-triage,assigned,declined  in-triage
      in-triage,accepted,resolved  in-work
      in-triage,accepted,declined  in-work
      in-triage,resolved,declined  in-work
      assigned,accepted,resolved   in-work
      assigned,accepted,declined   in-work
      assigned,resolved,declined   in-work
      accepted,resolved,declined   in-work
      """;

  private final Map<Set<NeedStatus>, String> expected = new HashMap<>();

  CaseStatusTest() {
    for (String line : TABLE.lines().toList()) {
      String[] columns = line.split(" +");
      expected.put(
          Arrays.stream(columns[0].split(","))
              .map(NeedStatus::ofCode)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(NeedStatus.class))),
          columns[1]);
    }
  }

  @Test
  void shouldFollowFromTheStatusesOfTheNeedsWhateverTheirOrderAndNumber() {
    List<List<NeedStatus>> combinations = combinations(3);

    assertThat(combinations).hasSize(9 + 81 + 729);
    for (List<NeedStatus> needs : combinations) {
      RequestStatus status = CaseFile.statusOf(needs.stream().map(CaseStatusTest::row).toList());
      assertThat(status.code())
          .as("%s", needs)
          .isEqualTo(requireNonNull(expected.get(known(needs))));
    }
  }

  private static Set<NeedStatus> known(List<NeedStatus> needs) {
    Set<NeedStatus> statuses = EnumSet.copyOf(needs);
    if (statuses.removeAll(Set.of(NeedStatus.IN_PROGRESS, NeedStatus.WAITING_FOR_APPLICANT))) {
      statuses.add(NeedStatus.ACCEPTED);
    }
    if (statuses.remove(NeedStatus.WITHDRAWN)) {
      statuses.add(NeedStatus.DECLINED);
    }
    if (statuses.remove(NeedStatus.RETURNED)) {
      statuses.add(NeedStatus.IN_TRIAGE);
    }
    return statuses;
  }

  /** All lists of up to so many statuses. */
  private static List<List<NeedStatus>> combinations(int most) {
    List<List<NeedStatus>> all = new ArrayList<>();
    List<List<NeedStatus>> shorter = List.of(List.of());
    for (int size = 1; size <= most; size++) {
      List<List<NeedStatus>> longer = new ArrayList<>();
      for (List<NeedStatus> some : shorter) {
        for (NeedStatus one : NeedStatus.values()) {
          List<NeedStatus> more = new ArrayList<>(some);
          more.add(one);
          longer.add(more);
        }
      }
      all.addAll(longer);
      shorter = longer;
    }
    return all;
  }

  private static NeedRow row(NeedStatus status) {
    UUID id = UUID.randomUUID();
    return new NeedRow(
        id,
        id,
        0,
        "food",
        null,
        status.code(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        1);
  }
}
