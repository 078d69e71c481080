package org.okno.routing.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.okno.http.Problem.FieldError;

class TriageBatchTest {
  private static final UUID ONE = UUID.fromString("019cad30-059a-7b72-adc0-d23033fd4cf7");
  private static final UUID TWO = UUID.fromString("019cad30-059a-7af4-81d1-a98c6b9634a2");

  @Test
  void shouldLeaveWhatIsWrongInAnEntryToItsResult() {
    assertThat(pointers(item(ONE, 1L), item(TWO, 2L))).isEmpty();
  }

  @Test
  void shouldNameEachEntryThatCannotBeFound() {
    assertThat(pointers(item(ONE, 1L), item(ONE, 1L), item(null, 1L), item(TWO, null), null))
        .containsExactly(
            "/items/1/requestId",
            "/items/2/requestId",
            "/items/3/version",
            "/items/4/requestId",
            "/items/4/version");
  }

  @Test
  void shouldTakeNeitherNothingNorTooMuch() {
    assertThat(new TriageBatch(null).errors(100)).hasSize(1);
    assertThat(pointers()).containsExactly("/items");
    assertThat(new TriageBatch(Collections.nCopies(3, item(ONE, 1L))).errors(2))
        .containsExactly(new FieldError("/items", "expected 1 to 2 entries"));
  }

  private static TriageBatch.Item item(@Nullable UUID requestId, @Nullable Long version) {
    return new TriageBatch.Item(requestId, version, List.of());
  }

  private static List<String> pointers(TriageBatch.@Nullable Item... items) {
    return new TriageBatch(Arrays.asList(items))
        .errors(100).stream().map(FieldError::pointer).toList();
  }
}
