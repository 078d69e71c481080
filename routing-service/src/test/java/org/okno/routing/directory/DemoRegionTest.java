package org.okno.routing.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.okno.http.JsonBody;
import org.okno.http.Problem.FieldError;
import org.okno.routing.policy.RoutingPolicy;
import org.okno.routing.policy.RoutingPolicy.Outcome;

/**
 * The made-up region that the demo plays in: valid, mostly covered, with gaps and one ambiguity.
 */
class DemoRegionTest {
  private static final Path FILE =
      Path.of(System.getProperty("okno.root", ".."), "deploy/local/region/directory.json");

  @Test
  void shouldBeValid() throws IOException {
    List<FieldError> errors = DocumentValidator.errors(read(), DirectoryContent.EMPTY);

    assertThat(errors).isEmpty();
  }

  @Test
  void shouldCoverMostNeedsAndLeaveSomeToTheDispatchers() throws IOException {
    DirectorySnapshot directory = new DirectorySnapshot(1, DirectoryContent.EMPTY.with(read()));
    int assigned = 0;
    int ambiguous = 0;
    int unmatched = 0;
    for (Territory territory : directory.content().territories().values()) {
      for (Term term : directory.content().terms().values()) {
        if (!term.axis().equals(Term.NEED) || territory.level().equals("region")) {
          continue;
        }
        switch (RoutingPolicy.standard()
            .decide(directory, term.code(), territory.code(), Set.of())) {
          case Outcome.Assigned one -> assigned++;
          case Outcome.Held held when held.reason().code().equals("several-agencies") ->
              ambiguous++;
          case Outcome.Held held -> unmatched++;
        }
      }
    }

    assertThat(assigned).isGreaterThan(2 * (ambiguous + unmatched) - 1);
    assertThat(ambiguous).isEqualTo(3);
    assertThat(unmatched).isPositive();
  }

  private static DirectoryDocument read() throws IOException {
    return JsonBody.read(Files.readAllBytes(FILE), DirectoryDocument.class);
  }
}
