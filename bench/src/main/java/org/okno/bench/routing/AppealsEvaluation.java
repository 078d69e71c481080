package org.okno.bench.routing;

import java.util.List;
import java.util.Map;
import org.okno.suggestion.Example;
import org.okno.suggestion.LabelClassifier;
import org.okno.suggestion.LabelTraining;
import org.okno.suggestion.TrainingSettings;

/** Citizens' messages: topic, agency and category, each from the text alone. */
final class AppealsEvaluation {
  private final ScoreBoard board;

  AppealsEvaluation(ScoreBoard board) {
    this.board = board;
  }

  void run(List<Map<String, String>> training, List<Map<String, String>> evaluation) {
    label("topic", training, evaluation, 0.575, 0.60);
    label("agency", training, evaluation, 0.461, 0.48);
    label("category", training, evaluation, 0.759, 0.78);
  }

  private void label(
      String column,
      List<Map<String, String>> training,
      List<Map<String, String>> evaluation,
      double anchor,
      double required) {
    List<Map<String, String>> known = having(column, training);
    List<Map<String, String>> tried = having(column, evaluation);
    if (known.isEmpty() || tried.isEmpty()) {
      board.progress(column + ": no row has one, left out");
      return;
    }
    board.progress("text → " + column);
    List<Example> examples =
        known.stream().map(row -> Example.of(text(row), value(row, column))).toList();
    LabelClassifier classifier = LabelTraining.of(examples, TrainingSettings.small()).classifier();
    List<Ranking> rankings =
        tried.parallelStream()
            .map(
                row ->
                    Ranking.of(
                        classifier.labels(),
                        classifier.probabilities(text(row), List.of()),
                        value(row, column)))
            .toList();
    String task = "text → " + column;
    board.add(Score.of(task, "accuracy", Measures.accuracy(rankings)).beside(anchor, required));
    board.add(Score.of(task, "among three", Measures.amongThree(rankings)));
    board.add(Score.of(task, "macro-F1", Measures.macroF1(rankings)));
    board.add(Score.of(task, "calibration error", Measures.calibrationError(rankings)));
    board.curve(column, rankings);
  }

  private static List<Map<String, String>> having(String column, List<Map<String, String>> rows) {
    return rows.stream().filter(row -> !value(row, column).isBlank()).toList();
  }

  private static String text(Map<String, String> row) {
    return value(row, "text");
  }

  private static String value(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
