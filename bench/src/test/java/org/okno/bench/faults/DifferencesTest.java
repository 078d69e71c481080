package org.okno.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferencesTest {

  private static final Cell RECEIVED = cell("received");
  private static final Cell RESOLVED = cell("resolved");

  private final Differences differences = new Differences();

  @Test
  void shouldFindNoneWhereAllIsThereOnce() {
    differences.compare("cases", List.of("a", "b"), List.of("b", "a"));

    assertThat(differences.all()).isEmpty();
  }

  @Test
  void shouldFindWhatIsLostWhatIsTwiceAndWhatShouldNotBeThere() {
    differences.compare("cases", List.of("a", "b"), List.of("a", "a", "c"));

    assertThat(differences.all())
        .containsExactlyInAnyOrder(
            "cases: 1 twice",
            "cases: 1 lost, such as b",
            "cases: 1 that should not be there, such as c");
  }

  @Test
  void shouldFindAConfirmedStepThatIsLost() {
    differences.contains(
        "steps",
        Set.of(StaffStep.accepted("n"), StaffStep.resolved("n", "helped")),
        Set.of(StaffStep.accepted("n"), StaffStep.declined("n", "no-capacity")));

    assertThat(differences.all()).singleElement().asString().contains("1 lost", "helped");
  }

  @Test
  void shouldFindANumberThatDiffersAndOneThatIsMissing() {
    differences.compare("summary", Map.of(RECEIVED, 3L, RESOLVED, 1L), Map.of(RECEIVED, 4L));

    assertThat(differences.all())
        .containsExactlyInAnyOrder(
            "summary: 4 instead of 3 in " + RECEIVED, "summary: 0 instead of 1 in " + RESOLVED);
  }

  private static Cell cell(String measure) {
    return new Cell("2026-03-01", "1", "-", "hotline", "food", measure);
  }
}
