package org.okno.bench.routing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.okno.suggestion.Candidate;
import org.okno.suggestion.Example;
import org.okno.suggestion.NeedClassifier;
import org.okno.suggestion.NeedTraining;
import org.okno.suggestion.TrainingSettings;

/** Messages of people in a disaster: which needs each names, several or none. */
final class MessagesEvaluation {
  private static final int PARTS = 3;

  private final ScoreBoard board;

  MessagesEvaluation(ScoreBoard board) {
    this.board = board;
  }

  void run(List<Map<String, String>> training, List<Map<String, String>> evaluation) {
    List<String> needs =
        MessageNeeds.LABELS.stream()
            .filter(need -> training.getFirst().containsKey(need))
            .filter(need -> evaluation.getFirst().containsKey(need))
            .toList();
    board.progress("message → needs");
    List<Example> examples = training.stream().map(row -> example(row, needs)).toList();
    NeedClassifier classifier = new NeedTraining(TrainingSettings.large(), PARTS).train(examples);
    List<Example> tried = evaluation.stream().map(row -> example(row, needs)).toList();
    List<Set<String>> suggested =
        tried.parallelStream().map(e -> suggested(classifier, e)).toList();
    double sum = 0;
    for (String need : needs) {
      double f1 = f1(need, tried, suggested);
      board.add(Score.of("message → " + need, "F1", f1));
      sum += f1;
    }
    board.add(
        Score.of("message → %d needs".formatted(needs.size()), "macro-F1", sum / needs.size())
            .beside(0.668, 0.68));
  }

  private static Example example(Map<String, String> row, List<String> needs) {
    Set<String> labels = new HashSet<>();
    needs.stream().filter(need -> row.getOrDefault(need, "").startsWith("1")).forEach(labels::add);
    return new Example(
        row.getOrDefault("message", ""), List.of("genre|" + row.getOrDefault("genre", "")), labels);
  }

  private static Set<String> suggested(NeedClassifier classifier, Example example) {
    Set<String> labels = new HashSet<>();
    for (Candidate candidate : classifier.candidates(example.text(), example.facts())) {
      labels.add(candidate.label());
    }
    return labels;
  }

  private static double f1(String need, List<Example> tried, List<Set<String>> suggested) {
    Measures.Counts counts = new Measures.Counts();
    for (int i = 0; i < tried.size(); i++) {
      boolean present = tried.get(i).labels().contains(need);
      boolean said = suggested.get(i).contains(need);
      counts.present += present ? 1 : 0;
      counts.suggested += said ? 1 : 0;
      counts.right += present && said ? 1 : 0;
    }
    return counts.f1();
  }
}
