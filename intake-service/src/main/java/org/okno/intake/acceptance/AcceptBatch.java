package org.okno.intake.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.okno.http.JsonBody;
import org.okno.http.Problem;
import org.okno.http.ProblemMappers;
import org.okno.intake.acceptance.BatchThenSingly.Attempt;
import org.okno.intake.acceptance.NdjsonLines.Line;
import org.okno.messaging.Json;

/**
 * Accepts requests row by row, as many in one transaction as have arrived; an invalid row does not
 * affect others. Memory is bounded by the rows of one transaction.
 */
@Singleton
final class AcceptBatch {
  private static final int RETRY_AFTER_SECONDS = 5;
  private static final int MAX_ROWS = 200;
  private static final int MAX_BYTES = 4 << 20;

  private final ReadSubmission readSubmission;
  private final BatchThenSingly<Submission, Outcome> transaction;
  private final AcceptanceLog log;
  private final Semaphore inFlight;

  AcceptBatch(
      ReadSubmission readSubmission,
      AcceptanceTransaction transaction,
      AcceptanceLog log,
      AcceptanceSettings settings) {
    this.readSubmission = readSubmission;
    this.transaction = BatchThenSingly.of(transaction::accept);
    this.log = log;
    this.inFlight = new Semaphore(settings.maxBatches());
  }

  /** A row that was read. */
  private sealed interface Row {
    long number();

    record Valid(long number, Submission submission) implements Row {}

    record Invalid(long number, Problem problem) implements Row {}
  }

  /**
   * Reads all rows and writes a result for each, in their order; blank lines are skipped.
   *
   * @throws org.okno.http.ProblemException before anything is read if too many batches are in
   *     flight
   */
  void accept(InputStream body, Sender sender, OutputStream results) throws IOException {
    if (!inFlight.tryAcquire()) {
      throw Problem.of(
              429,
              "too-many-batches",
              "Too many batches at the same time",
              "Nothing of this batch was read. Send it again later.")
          .retryAfter(RETRY_AFTER_SECONDS)
          .asException();
    }
    try {
      acceptAll(body, sender, results);
    } finally {
      inFlight.release();
    }
  }

  private void acceptAll(InputStream body, Sender sender, OutputStream results) throws IOException {
    NdjsonLines lines = new NdjsonLines(body, AcceptanceResource.MAX_BYTES);
    for (List<Row> rows = read(lines, sender); !rows.isEmpty(); rows = read(lines, sender)) {
      for (BatchRowResult result : accept(rows)) {
        results.write((Json.write(result) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      results.flush();
    }
  }

  private List<Row> read(NdjsonLines lines, Sender sender) throws IOException {
    List<Row> rows = new ArrayList<>();
    int bytes = 0;
    do {
      Line line = lines.next();
      if (line == null) {
        return rows;
      }
      if (!line.isBlank()) {
        rows.add(row(line, sender));
        bytes += line.length();
      }
    } while (rows.isEmpty()
        || (rows.size() < MAX_ROWS && bytes < MAX_BYTES && lines.isMoreAvailable()));
    return rows;
  }

  private Row row(Line line, Sender sender) {
    try {
      if (line.bytes() == null) {
        throw JsonBody.tooLarge(AcceptanceResource.MAX_BYTES);
      }
      JsonNode body = JsonBody.read(line.bytes(), JsonNode.class);
      return new Row.Valid(line.number(), readSubmission.read(body, null, sender));
    } catch (RuntimeException e) { // not valid, or the directory could not be loaded
      return new Row.Invalid(line.number(), ProblemMappers.of(e));
    }
  }

  private List<BatchRowResult> accept(List<Row> rows) {
    // Rows of one transaction fail together: their failure is logged once.
    Map<RuntimeException, Problem> failures = new IdentityHashMap<>();
    Iterator<Attempt<Outcome>> attempts =
        transaction
            .run(
                rows.stream()
                    .filter(Row.Valid.class::isInstance)
                    .map(row -> ((Row.Valid) row).submission())
                    .toList())
            .iterator();
    return rows.stream()
        .map(
            row ->
                switch (row) {
                  case Row.Invalid invalid -> rejected(row, invalid.problem());
                  case Row.Valid valid -> result(valid, attempts.next(), failures);
                })
        .toList();
  }

  private BatchRowResult result(
      Row.Valid row, Attempt<Outcome> attempt, Map<RuntimeException, Problem> failures) {
    return switch (attempt) {
      case Attempt.Succeeded<Outcome>(Outcome outcome) -> {
        log.record(row.submission(), outcome);
        yield result(row, outcome);
      }
      case Attempt.Failed<Outcome>(RuntimeException reason) ->
          rejected(row, failures.computeIfAbsent(reason, ProblemMappers::of));
    };
  }

  private BatchRowResult result(Row row, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> BatchRowResult.of(row.number(), accepted.request());
      case Outcome.Replayed replayed -> BatchRowResult.of(row.number(), replayed.request());
      case Outcome.Rejected rejected -> rejected(row, rejected.problem());
    };
  }

  private BatchRowResult rejected(Row row, Problem problem) {
    log.count(problem);
    return BatchRowResult.of(row.number(), problem);
  }
}
