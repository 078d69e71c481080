package org.okno.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Several scorers over one vocabulary. */
record Ensemble(Vocabulary vocabulary, List<Scorer> scorers) {

  Ensemble {
    scorers = List.copyOf(scorers);
  }

  /** Trains all scorers on the examples. */
  static Ensemble train(
      List<Example> examples, Labels labels, TrainingSettings settings, boolean exclusive) {
    Vocabulary vocabulary = Vocabulary.of(examples, settings.leastTexts(), settings.mostColumns());
    List<SparseVector> vectors =
        examples.parallelStream()
            .map(e -> vocabulary.vector(Words.of(e.text()), e.facts()))
            .toList();
    int[][] targets = labels.targets(examples);
    int columns = vocabulary.columns();
    List<Scorer> scorers = new ArrayList<>();
    IntPredicate read =
        column ->
            settings.linearOnPieces()
                || TextFeatures.block(vocabulary.hash(column)) != TextFeatures.PIECES;
    scorers.add(
        new LinearTraining(vectors, columns, settings.cost(), read).train(labels.members(targets)));
    IntStream.range(0, settings.networks())
        .parallel()
        .mapToObj(
            number ->
                new NeuralTraining(
                        vectors,
                        targets,
                        labels.size(),
                        columns,
                        new NeuralTraining.Settings(
                            settings.width(),
                            settings.epochs(),
                            settings.rate(),
                            settings.dropout(),
                            exclusive,
                            number + 1L))
                    .train())
        .toList()
        .forEach(scorers::add);
    return new Ensemble(vocabulary, scorers);
  }

  /** Whether the text has any feature that was learned; facts beside it do not count. */
  boolean knows(String text) {
    return vocabulary.vector(Words.of(text), List.of()).size() > 0;
  }

  /** Scorer by scorer, one score a label. */
  float[][] scores(String text, List<String> facts) {
    SparseVector vector = vocabulary.vector(Words.of(text), facts);
    return scorers.stream().map(scorer -> scorer.scores(vector)).toArray(float[][]::new);
  }

  /** Scorer by scorer, text by text, one score a label. */
  List<float[][]> scores(List<Example> examples) {
    float[][][] byText =
        examples.parallelStream().map(e -> scores(e.text(), e.facts())).toArray(float[][][]::new);
    return IntStream.range(0, scorers.size())
        .mapToObj(m -> Stream.of(byText).map(scores -> scores[m]).toArray(float[][]::new))
        .toList();
  }

  /** By the linear model: a network's weights tell nothing of a single word. */
  Explanation explanation() {
    return scorers.stream()
        .filter(LinearModel.class::isInstance)
        .map(linear -> new Explanation(vocabulary, (LinearModel) linear))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no linear model among the scorers"));
  }
}
