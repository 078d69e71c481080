package org.okno.intake.acceptance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.okno.cloudevents.Json;
import org.okno.http.Problem;
import org.okno.http.ProblemException;
import org.okno.intake.acceptance.Lines.Line;
import org.okno.intake.acceptance.TryTogether.Attempt;
import org.okno.intake.database.DatabaseException;

/**
 * Accepts requests line by line, as many in one transaction as have arrived; a wrong row stops no
 * other. Memory is bounded by the rows of one transaction.
 */
public final class AcceptBatch {
  private static final Logger LOG = Logger.getLogger(AcceptBatch.class);
  private static final int MOST_ROWS = 200;
  private static final int MOST_BYTES = 4 << 20;
  private static final int RETRY_AFTER_SECONDS = 5;
  private static final JsonMapper JSON = Json.mapper();

  private final ReadSubmission readSubmission;
  private final TryTogether<Submission, Outcome> acceptance;
  private final AcceptanceLog log;
  private final RefusalCount refusals;

  public AcceptBatch(
      ReadSubmission readSubmission,
      TryTogether<Submission, Outcome> acceptance,
      AcceptanceLog log,
      RefusalCount refusals) {
    this.readSubmission = readSubmission;
    this.acceptance = acceptance;
    this.log = log;
    this.refusals = refusals;
  }

  /** A row: a submission, or what is wrong with it. */
  private record Row(long number, @Nullable Submission submission, @Nullable Problem problem) {}

  /** Reads all rows and writes what came of each, in their order; blank lines are passed over. */
  public void accept(InputStream body, Language language, OutputStream answers) throws IOException {
    Lines lines = new Lines(body);
    for (List<Row> rows = read(lines, language); !rows.isEmpty(); rows = read(lines, language)) {
      for (BatchRow answer : accept(rows)) {
        answers.write(JSON.writeValueAsBytes(answer));
        answers.write('\n');
      }
      answers.flush();
    }
  }

  private List<Row> read(Lines lines, Language language) throws IOException {
    List<Row> rows = new ArrayList<>();
    int bytes = 0;
    do {
      Line line = lines.next();
      if (line == null) {
        return rows;
      }
      if (!line.isBlank()) {
        rows.add(row(line, language));
        bytes += line.bytes() == null ? 0 : line.bytes().length;
      }
    } while (rows.isEmpty()
        || (rows.size() < MOST_ROWS && bytes < MOST_BYTES && lines.hasMoreAtHand()));
    return rows;
  }

  private Row row(Line line, Language language) {
    try {
      if (line.bytes() == null) {
        throw BoundedBody.tooLarge();
      }
      return new Row(
          line.number(),
          readSubmission.read(line.bytes(), null, ReadSubmission.Identity.EXTERNAL_ID, language),
          null);
    } catch (ProblemException e) {
      return new Row(line.number(), null, e.problem());
    } catch (DatabaseException e) {
      return new Row(line.number(), null, Problem.unavailable(RETRY_AFTER_SECONDS));
    }
  }

  private List<BatchRow> accept(List<Row> rows) {
    List<Submission> submissions = new ArrayList<>();
    for (Row row : rows) {
      if (row.submission() != null) {
        submissions.add(row.submission());
      }
    }
    var attempts = acceptance.run(submissions).iterator();
    return rows.stream()
        .map(
            row ->
                row.submission() == null
                    ? refused(row, row.problem())
                    : answer(row, row.submission(), attempts.next()))
        .toList();
  }

  private BatchRow answer(Row row, Submission submission, Attempt<Outcome> attempt) {
    return switch (attempt) {
      case Attempt.Done<Outcome> done -> {
        log.note(submission, done.result());
        yield answer(row, done.result());
      }
      case Attempt.Failed<Outcome> failed -> refused(row, Problem.unavailable(RETRY_AFTER_SECONDS));
    };
  }

  private BatchRow answer(Row row, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> BatchRow.of(row.number(), accepted.request());
      case Outcome.Replayed replayed -> BatchRow.of(row.number(), replayed.request());
      case Outcome.KeyReused reused -> refused(row, Answers.keyReused());
      case Outcome.ExternalIdReused reused -> refused(row, Answers.externalIdReused());
    };
  }

  private BatchRow refused(Row row, @Nullable Problem problem) {
    Problem reason = problem == null ? Problem.unavailable(RETRY_AFTER_SECONDS) : problem;
    refusals.count(reason);
    return BatchRow.of(row.number(), reason);
  }
}
