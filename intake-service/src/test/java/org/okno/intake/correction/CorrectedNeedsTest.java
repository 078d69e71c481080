package org.okno.intake.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.RequestedNeed;
import org.okno.intake.questionnaire.SubmittedQuestionnaire.Need;

class CorrectedNeedsTest {
  private static final UUID NEXT = new UUID(9, 9);
  private static final RequestedNeed FOOD = new RequestedNeed(new UUID(1, 1), "food", "lost-job");
  private static final RequestedNeed LEGAL = new RequestedNeed(new UUID(1, 2), "legal", null);

  @Test
  void shouldKeepWhatIsAskedForAsBeforeInItsNewOrder() {
    CorrectedNeeds corrected =
        corrected(false, Map.of(), new Need("legal", null), new Need("food", "lost-job"));

    assertThat(corrected.needs()).containsExactly(LEGAL, FOOD);
    assertThat(corrected.added()).isEmpty();
    assertThat(corrected.removed()).isEmpty();
  }

  @Test
  void shouldRemoveAndAddWhereAnotherSituationMakesItAnotherNeed() {
    CorrectedNeeds corrected =
        corrected(false, Map.of(), new Need("food", null), new Need("legal", null));

    assertThat(corrected.needs()).containsExactly(new RequestedNeed(NEXT, "food", null), LEGAL);
    assertThat(corrected.added()).containsExactly(NEXT);
    assertThat(corrected.removed()).containsExactly(FOOD);
  }

  @Test
  void shouldAskAnewForWhatNoAgencyHasAcceptedWhenItIsRoutedAgain() {
    Map<UUID, NeedStatus> statuses =
        Map.of(FOOD.id(), NeedStatus.ASSIGNED, LEGAL.id(), NeedStatus.ACCEPTED);

    CorrectedNeeds corrected =
        corrected(true, statuses, new Need("food", "lost-job"), new Need("legal", null));

    assertThat(corrected.added()).containsExactly(NEXT);
    assertThat(corrected.removed()).containsExactly(FOOD);
    assertThat(corrected.needs()).contains(LEGAL);
  }

  @Test
  void shouldNoticeWhenASettledNeedIsRemoved() {
    CorrectedNeeds corrected = corrected(false, Map.of(), new Need("food", "lost-job"));

    assertThat(corrected.removesSettled(Map.of(LEGAL.id(), NeedStatus.RESOLVED))).isTrue();
    assertThat(corrected.removesSettled(Map.of(LEGAL.id(), NeedStatus.IN_PROGRESS))).isFalse();
    assertThat(corrected.removesSettled(Map.of())).isFalse();
  }

  private static CorrectedNeeds corrected(
      boolean routedAgain, Map<UUID, NeedStatus> statuses, Need... now) {
    return CorrectedNeeds.of(List.of(FOOD, LEGAL), List.of(now), statuses, routedAgain, () -> NEXT);
  }
}
