package org.okno.bench.routing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.okno.suggestion.AgencyClassifier;
import org.okno.suggestion.AgencyTraining;
import org.okno.suggestion.GroupClassifier;
import org.okno.suggestion.Isotonic;
import org.okno.suggestion.LabelClassifier;
import org.okno.suggestion.LabelTraining;
import org.okno.suggestion.MinedRule;
import org.okno.suggestion.RuleBook;
import org.okno.suggestion.RuleMining;
import org.okno.suggestion.SettledNeed;
import org.okno.suggestion.TrainingSettings;

/** Requests to a city's portal: category and reason from the text, and the agency that answers. */
final class PortalEvaluation {
  /** What happened so many days earlier counts half: duties move from agency to agency. */
  private static final double HALF_LIFE_DAYS = 30;

  /** Needs less likely than the first so many are not followed. */
  private static final int NEEDS_FOLLOWED = 8;

  /** The share that the portal's own staff passed on to somebody else. */
  private static final double WRONG_OF_STAFF = 0.152;

  private static final double WRONG_FEW = 0.05;

  private final ScoreBoard board;
  private final List<PortalRequest> training;
  private final List<PortalRequest> evaluation;

  PortalEvaluation(ScoreBoard board, List<PortalRequest> training, List<PortalRequest> evaluation) {
    this.board = board;
    this.training = training;
    this.evaluation = evaluation;
  }

  void run() {
    board.progress("rules");
    minedRules();
    TrainingSettings settings = TrainingSettings.large();
    board.progress("text → reason");
    LabelTraining reasons =
        LabelTraining.of(training.stream().map(PortalRequest::byReason).toList(), settings);
    reason(reasons.classifier());
    board.progress("text → category");
    category(reasons, settings);
    board.progress("need × territory → agency");
    AgencyTraining.Trained agencies = new AgencyTraining(settings).train(settled());
    given(agencies.classifier());
    predicted(reasons, agencies);
  }

  private void minedRules() {
    List<MinedRule> mined = new RuleMining(settled()).mine();
    RuleBook rules = new RuleBook(mined);
    List<PortalRequest> tried = answered();
    long right =
        tried.stream()
            .filter(
                r ->
                    rules
                        .rule(r.assignment())
                        .filter(rule -> rule.agency().equals(r.agency()))
                        .isPresent())
            .count();
    String task = "mined rules, reason given → agency";
    board.add(Score.of(task, "rules", mined.size()));
    board.add(Score.of(task, "accuracy", right / (double) tried.size()).beside(0.791, 0.80));
  }

  private void reason(LabelClassifier classifier) {
    List<Ranking> rankings =
        evaluation.parallelStream()
            .map(
                r ->
                    Ranking.of(
                        classifier.labels(),
                        classifier.probabilities(r.text(), List.of()),
                        r.reason()))
            .toList();
    String task = "text → reason";
    board.add(Score.of(task, "accuracy", Measures.accuracy(rankings)).beside(0.726, 0.75));
    board.add(Score.of(task, "macro-F1", Measures.macroF1(rankings)).beside(0.509, 0.55));
    board.add(Score.of(task, "among three", Measures.amongThree(rankings)).beside(0.892, 0.905));
    board.add(Score.of(task, "calibration error", Measures.calibrationError(rankings)));
    board.curve("reason", rankings);
  }

  private void category(LabelTraining reasons, TrainingSettings settings) {
    Map<String, String> categoryOf = new HashMap<>();
    training.forEach(r -> categoryOf.put(r.reason(), r.category()));
    GroupClassifier classifier =
        GroupClassifier.train(
            training.stream().map(PortalRequest::byCategory).toList(),
            categoryOf,
            reasons,
            settings);
    List<Ranking> rankings =
        evaluation.parallelStream()
            .map(
                r ->
                    Ranking.of(
                        classifier.groups(),
                        classifier.probabilities(r.text(), List.of()),
                        r.category()))
            .toList();
    String task = "text → category";
    board.add(Score.of(task, "accuracy", Measures.accuracy(rankings)).beside(0.919, 0.93));
    board.add(Score.of(task, "macro-F1", Measures.macroF1(rankings)).beside(0.821, 0.83));
    board.add(Score.of(task, "calibration error", Measures.calibrationError(rankings)));
    board.curve("category", rankings);
  }

  private List<SettledNeed> settled() {
    LocalDate last = training.getLast().createdOn();
    return training.stream()
        .filter(PortalRequest::answered)
        .map(
            r -> {
              long days = ChronoUnit.DAYS.between(r.createdOn(), last);
              double weight = Math.pow(0.5, days / HALF_LIFE_DAYS);
              return new SettledNeed(r.assignment(), r.agency(), weight);
            })
        .toList();
  }

  private List<PortalRequest> answered() {
    return evaluation.stream().filter(PortalRequest::answered).toList();
  }

  private void given(AgencyClassifier classifier) {
    List<Ranking> rankings =
        answered().parallelStream()
            .map(
                r ->
                    Ranking.of(
                        classifier.agencies(),
                        classifier.probabilities(r.assignment()),
                        r.agency()))
            .toList();
    String task = "given reason × territory → agency";
    board.add(Score.of(task, "accuracy", Measures.accuracy(rankings)).beside(0.791, 0.81));
    board.add(Score.of(task, "among three", Measures.amongThree(rankings)).beside(0.960, 0.965));
    board.add(Score.of(task, "calibration error", Measures.calibrationError(rankings)));
    abstention(task, rankings);
    board.curve("agency, given", rankings);
  }

  private void predicted(LabelTraining reasons, AgencyTraining.Trained agencies) {
    LabelClassifier classifier = reasons.classifier();
    List<Ranking> rankings =
        answered().parallelStream()
            .map(
                r -> {
                  float[] likely = classifier.probabilities(r.text(), List.of());
                  return agency(agencies.classifier(), r, classifier.labels(), likely);
                })
            .toList();
    String task = "predicted reason × territory → agency";
    board.add(Score.of(task, "accuracy", Measures.accuracy(rankings)).beside(0.692, 0.71));
    board.add(Score.of(task, "among three", Measures.amongThree(rankings)).beside(0.887, 0.90));
    abstention(task, rankings);
    board.curve("agency, predicted", rankings);
    List<Ranking> before = heldOut(reasons, agencies);
    calibration(task, before, rankings);
    fixedBefore(task, before, rankings);
  }

  /** The confidence as it is, and as the held-out part of the training says it should be read. */
  private void calibration(String task, List<Ranking> before, List<Ranking> rankings) {
    board.add(Score.of(task, "calibration error", Measures.calibrationError(rankings)));
    if (before.isEmpty()) {
      return;
    }
    boolean[] right = new boolean[before.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = before.get(i).right();
    }
    Isotonic curve =
        Isotonic.fit(before.stream().mapToDouble(Ranking::confidence).toArray(), right);
    List<Ranking> read =
        rankings.stream()
            .map(r -> new Ranking(r.labels(), curve.calibrated(r.confidence()), r.truth()))
            .toList();
    board.add(Score.of(task, "calibration error, isotonic", Measures.calibrationError(read)));
  }

  private void abstention(String task, List<Ranking> rankings) {
    for (double wrong : List.of(WRONG_OF_STAFF, WRONG_FEW)) {
      board.add(
          Score.of(
              task,
              "share decided, ≤ %.1f %% wrong".formatted(wrong * 100),
              Measures.coverage(rankings, wrong)));
    }
  }

  /** What happens with a least confidence that was chosen before the evaluated requests came. */
  private void fixedBefore(String task, List<Ranking> before, List<Ranking> rankings) {
    if (before.isEmpty()) {
      return;
    }
    for (double wrong : List.of(WRONG_OF_STAFF, WRONG_FEW)) {
      double least = Measures.threshold(before, wrong);
      List<Ranking> decided = rankings.stream().filter(r -> r.confidence() >= least).toList();
      String aim = "aimed at ≤ %.1f %%".formatted(wrong * 100);
      board.add(Score.of(task, "share decided, " + aim, decided.size() / (double) rankings.size()));
      board.add(
          Score.of(
              task, "  of those wrong", decided.isEmpty() ? 0 : 1 - Measures.accuracy(decided)));
    }
  }

  /** The training's latest part, by classifiers that have not seen it. */
  private List<Ranking> heldOut(LabelTraining reasons, AgencyTraining.Trained agencies) {
    String after = agencies.firstHeldOut() < 0 ? "9" : cut(agencies.firstHeldOut());
    return IntStream.range(0, reasons.heldOut().size())
        .parallel()
        .filter(i -> request(reasons, i).answered())
        .filter(i -> request(reasons, i).createdAt().compareTo(after) >= 0)
        .mapToObj(
            i ->
                agency(
                    agencies.beforeHeldOut(),
                    request(reasons, i),
                    reasons.classifier().labels(),
                    reasons.heldOutProbabilities().get(i)))
        .toList();
  }

  private String cut(int settled) {
    return training.stream()
        .filter(PortalRequest::answered)
        .skip(settled)
        .findFirst()
        .map(PortalRequest::createdAt)
        .orElse("9");
  }

  private PortalRequest request(LabelTraining reasons, int heldOut) {
    return training.get(reasons.heldOut().get(heldOut));
  }

  private static Ranking agency(
      AgencyClassifier classifier, PortalRequest request, List<String> reasons, float[] likely) {
    Map<String, Double> needs =
        IntStream.range(0, likely.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -likely[i]))
            .limit(NEEDS_FOLLOWED)
            .collect(Collectors.toMap(reasons::get, i -> (double) likely[i]));
    return Ranking.of(
        classifier.agencies(),
        classifier.probabilities(request.assignment(), needs),
        request.agency());
  }
}
