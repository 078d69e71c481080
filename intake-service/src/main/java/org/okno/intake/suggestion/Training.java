package org.okno.intake.suggestion;

import java.util.List;
import org.okno.suggestion.Example;
import org.okno.suggestion.NeedClassifier;
import org.okno.suggestion.NeedTraining;
import org.okno.suggestion.TrainingSettings;

/** How models are trained here: small and quick, the same whatever they learn from. */
final class Training {
  private static final NeedTraining NEEDS =
      new NeedTraining(TrainingSettings.small().withNetworks(0), 3);

  private Training() {}

  /**
   * The same examples make the same model.
   *
   * @throws org.okno.suggestion.TrainingException where no need tells examples apart
   */
  static NeedClassifier on(List<Example> examples) {
    return NEEDS.train(examples);
  }
}
