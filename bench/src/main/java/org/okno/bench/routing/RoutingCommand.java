package org.okno.bench.routing;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.okno.bench.report.Plot;
import org.okno.suggestion.TrainingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains on one folder, tries on another, and prints how well it fits. Starts no stack. */
@Command(
    name = "routing",
    description = {
      "Learns from one folder's requests and tries itself on another's. Three forms, told apart by",
      "the columns of their .csv or .csv.xz files:",
      "  created_at, text, category, reason, district, answer_org (a city's portal);",
      "  text, topic, agency, category (citizens' messages);",
      "  message, and a column for each need (messages in a disaster).",
      "The folders may be the same: files named train… are learned from, test…, dev… tried; or",
      "--until and --from cut the portal's requests by their day."
    })
public final class RoutingCommand implements Callable<Integer> {

  @Option(
      names = "--train",
      required = true,
      paramLabel = "FOLDER",
      description = "Requests to learn from.")
  private Path train = Path.of("");

  @Option(
      names = "--evaluate",
      required = true,
      paramLabel = "FOLDER",
      description = "Requests to try on.")
  private Path evaluate = Path.of("");

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Learn from requests up to this day, included.")
  private @Nullable LocalDate until;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Try on requests from this day on, included.")
  private @Nullable LocalDate from;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the figures there as JSON; - for standard output (default).")
  private String json = "-";

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Write error over coverage there as SVG (default: ${DEFAULT-VALUE}).")
  private Path plot = Path.of("target/routing-coverage.svg");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try {
      Evaluation evaluation = evaluate();
      print(evaluation);
      return 0;
    } catch (IOException | TrainingException e) {
      spec.commandLine().getErr().println("Cannot evaluate: " + e.getMessage());
      return 2;
    }
  }

  private Evaluation evaluate() throws IOException {
    ScoreBoard board = new ScoreBoard();
    board.progress("reading");
    boolean sameFolder =
        train.toAbsolutePath().normalize().equals(evaluate.toAbsolutePath().normalize());
    Source learned = Source.read(train, sameFolder ? Source.Part.TRAINING : Source.Part.WHOLE);
    Source tried = Source.read(evaluate, Source.Part.EVALUATION);
    if (learned.form() != tried.form()) {
      throw new IOException(
          "%s has the form %s, %s the form %s"
              .formatted(train, learned.form(), evaluate, tried.form()));
    }
    List<Map<String, String>> training = learned.rows();
    List<Map<String, String>> evaluation = tried.rows();
    if (learned.form() == Form.PORTAL) {
      training = until(training);
      evaluation = from(evaluation);
    }
    requireApart(learned, tried);
    training = without(evaluation, training);
    requireRows(training, "--train");
    requireRows(evaluation, "--evaluate");
    switch (learned.form()) {
      case PORTAL -> new PortalEvaluation(board, requests(training), requests(evaluation)).run();
      case APPEALS -> new AppealsEvaluation(board).run(training, evaluation);
      case MESSAGES -> new MessagesEvaluation(board).run(training, evaluation);
    }
    return new Evaluation(
        learned.form(), training.size(), evaluation.size(), board.scores(), board.curves());
  }

  /** Another folder may hold some of the same rows: nothing that is tried on is learned from. */
  private static List<Map<String, String>> without(
      List<Map<String, String>> tried, List<Map<String, String>> rows) {
    Set<Map<String, String>> known = new HashSet<>(tried);
    return rows.stream().filter(row -> !known.contains(row)).toList();
  }

  private static List<PortalRequest> requests(List<Map<String, String>> rows) throws IOException {
    List<PortalRequest> requests =
        rows.stream()
            .map(PortalRequest::of)
            .filter(PortalRequest::labelled)
            .sorted(Comparator.comparing(PortalRequest::createdAt))
            .toList();
    if (requests.isEmpty()) {
      throw new IOException("no request has a reason, a category and an ISO date in created_at");
    }
    return requests;
  }

  private List<Map<String, String>> until(List<Map<String, String>> rows) {
    String end = until == null ? "9" : until.plusDays(1).toString();
    return rows.stream().filter(row -> createdAt(row).compareTo(end) < 0).toList();
  }

  private List<Map<String, String>> from(List<Map<String, String>> rows) {
    String begin = from == null ? "" : from.toString();
    return rows.stream().filter(row -> createdAt(row).compareTo(begin) >= 0).toList();
  }

  private static String createdAt(Map<String, String> row) {
    return row.getOrDefault("created_at", "");
  }

  private void requireApart(Source learned, Source tried) throws IOException {
    boolean cut = until != null && from != null && until.isBefore(from);
    if (!cut && learned.files().stream().anyMatch(tried.files()::contains)) {
      throw new IOException(
          "the same file would be learned from and tried on: give --until and --from, the first"
              + " before the second, or another folder");
    }
  }

  private static void requireRows(List<Map<String, String>> rows, String option)
      throws IOException {
    if (rows.isEmpty()) {
      throw new IOException("no row is left of the folder of " + option);
    }
  }

  private void print(Evaluation evaluation) throws IOException {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    String written = mapper.writeValueAsString(evaluation);
    PrintWriter out = spec.commandLine().getOut();
    if (json.equals("-")) {
      out.println(written);
      out.flush();
    } else {
      Files.writeString(Path.of(json), written + "\n");
    }
    if (!evaluation.curves().isEmpty()) {
      Path parent = plot.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(plot, new Plot(evaluation.curves()).svg());
      System.err.println("  plot in " + plot);
    }
  }
}
