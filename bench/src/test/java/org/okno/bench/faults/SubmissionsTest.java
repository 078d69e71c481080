package org.okno.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.okno.bench.stack.SampleQuestionnaire;

class SubmissionsTest {

  private final Submissions submissions =
      new Submissions(
          1,
          "run",
          new SampleQuestionnaire("1", "food"),
          new Submissions.Codes(
              List.of("hotline", "post"), List.of("1", "2"), List.of("food", "legal", "job")));

  @Test
  void shouldBeTheSameForTheSameNumber() {
    assertThat(submissions.of(7)).isEqualTo(submissions.of(7)).isNotEqualTo(submissions.of(8));
  }

  @Test
  void shouldHaveBatchesKeysRepeatsAndSeveralNeeds() {
    List<Submission> all = IntStream.rangeClosed(1, 200).mapToObj(submissions::of).toList();
    List<Submission.Single> singles =
        all.stream()
            .filter(Submission.Single.class::isInstance)
            .map(Submission.Single.class::cast)
            .toList();

    assertThat(all).anyMatch(Submission.Batch.class::isInstance);
    assertThat(singles).anyMatch(Submission.Single::repeated);
    assertThat(singles)
        .anyMatch(it -> it.body().get("needs") instanceof List<?> needs && needs.size() > 1);
    assertThat(singles)
        .anyMatch(it -> it.key() != null)
        .allMatch(it -> it.body().containsKey("externalId") == (it.key() == null));
  }
}
