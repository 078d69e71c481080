package org.okno.intake.suggestion;

import jakarta.inject.Singleton;
import java.util.List;
import org.okno.intake.directory.CurrentDirectory;
import org.okno.intake.directory.Directory.Axis;

/**
 * Recognizes needs in the text of a request that names none, before the text is sealed: later
 * nobody but the vault can read it.
 */
@Singleton
public class SuggestNeeds {
  private static final long NO_MODEL = 0;

  private final CurrentModel model;
  private final CurrentDirectory directory;
  private final SuggestionSettings settings;

  SuggestNeeds(CurrentModel model, CurrentDirectory directory, SuggestionSettings settings) {
    this.model = model;
    this.directory = directory;
    this.settings = settings;
  }

  /** At least one: where none is clear, or no model can be read, the unclear one. */
  public List<SuggestedNeed> in(String text) {
    return model
        .get()
        .map(
            active ->
                active.needs(
                    text,
                    need -> directory.get().hasTerm(Axis.NEED, need),
                    settings.leastConfidence()))
        .orElseGet(() -> List.of(SuggestedNeed.unclear(NO_MODEL, List.of())));
  }
}
