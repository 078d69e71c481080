package org.okno.routing.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.okno.routing.policy.RoutingPolicy;
import org.okno.routing.policy.RoutingPolicy.Outcome;

/**
 * The made-up region that the demo plays in: sound, mostly covered, with gaps and one place of
 * doubt.
 */
class DemoRegionTest {
  private static final Path FILE =
      Path.of(System.getProperty("okno.root", ".."), "deploy/local/region/directory.json");

  @Test
  void shouldBeSound() throws IOException {
    List<WrongEntry> wrong = new ArrayList<>();
    DirectoryDocument document = read(wrong);

    wrong.addAll(DocumentCheck.of(document, DirectoryContent.EMPTY));

    assertThat(wrong).isEmpty();
  }

  @Test
  void shouldCoverMostNeedsAndLeaveSomeToTheDispatchers() throws IOException {
    DirectorySnapshot directory =
        new DirectorySnapshot(1, DirectoryContent.EMPTY.with(read(new ArrayList<>())));
    int placed = 0;
    int ambiguous = 0;
    int unmatched = 0;
    for (Territory territory : directory.content().territories().values()) {
      for (Term term : directory.content().terms().values()) {
        if (!term.axis().equals(Term.NEED) || territory.level().equals("region")) {
          continue;
        }
        switch (RoutingPolicy.standard()
            .decide(directory, term.code(), territory.code(), Set.of())) {
          case Outcome.Placed p -> placed++;
          case Outcome.Held held when held.reason().endsWith("alike") -> ambiguous++;
          case Outcome.Held held -> unmatched++;
        }
      }
    }

    assertThat(placed).isGreaterThan(2 * (ambiguous + unmatched) - 1);
    assertThat(ambiguous).isEqualTo(3);
    assertThat(unmatched).isPositive();
  }

  private static DirectoryDocument read(List<WrongEntry> wrong) throws IOException {
    return DocumentReader.read(new JsonMapper().readTree(FILE.toFile()), wrong);
  }
}
