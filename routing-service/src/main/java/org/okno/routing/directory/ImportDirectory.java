package org.okno.routing.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Actor;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;
import org.okno.messaging.Journal;

/**
 * Puts a document into the directory: whole, or not at all. Entries that are there already as they
 * are change nothing and are not published again.
 */
@Singleton
public class ImportDirectory {
  static final int MAX_BYTES = 32 * 1024 * 1024;

  private static final Logger LOG = Logger.getLogger(ImportDirectory.class);
  private static final int MAX_ERRORS = 1_000;

  private final DirectoryRepository repository;
  private final Journal journal;
  private final Clock clock;

  ImportDirectory(DirectoryRepository repository, Journal journal, Clock clock) {
    this.repository = repository;
    this.journal = journal;
    this.clock = clock;
  }

  /** How many entries were new or different. */
  @Schema(description = "How many entries were new or different")
  public record Imported(
      @Schema(description = "Version of the directory now", examples = "4", required = true)
          long version,
      @Schema(description = "Changed territories", examples = "0", required = true) int territories,
      @Schema(description = "Changed terms", examples = "0", required = true) int terms,
      @Schema(description = "Changed agencies", examples = "1", required = true) int organizations,
      @Schema(description = "Changed services", examples = "3", required = true) int services,
      @Schema(description = "Changed deadlines", examples = "0", required = true) int deadlines) {

    private static Imported of(long version, DirectoryDocument changed) {
      return new Imported(
          version,
          changed.territories().size(),
          changed.terms().size(),
          changed.organizations().size(),
          changed.services().size(),
          changed.deadlines().size());
    }
  }

  /** The directory, which nobody else changes until the current transaction ends. */
  @Transactional(TxType.MANDATORY)
  public DirectorySnapshot locked() {
    return repository.locked();
  }

  /**
   * Says what an import would change.
   *
   * @throws ProblemException 400 with its validation errors
   */
  @Transactional
  public Imported dryRun(DirectoryDocument document) {
    DirectorySnapshot before = repository.locked();
    return Imported.of(before.version(), changed(document, before));
  }

  /**
   * Imports a document.
   *
   * @param actor who imports it; null where the service fills an empty directory
   * @throws ProblemException 400 with its validation errors; nothing was changed
   */
  @Transactional
  public Imported put(DirectoryDocument document, @Nullable Actor actor) {
    DirectorySnapshot before = repository.locked();
    DirectoryDocument changed = changed(document, before);
    LOG.infof("directory import: %d of %d entries changed", changed.size(), document.size());
    if (changed.size() == 0) {
      return Imported.of(before.version(), changed);
    }
    repository.put(changed);
    long version = before.version() + 1;
    journal.append(changed.published(clock.instant(), version, actor));
    return Imported.of(version, changed);
  }

  private static DirectoryDocument changed(DirectoryDocument document, DirectorySnapshot before) {
    List<FieldError> errors = DocumentValidator.errors(document, before.content());
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors.stream().limit(MAX_ERRORS).toList()).asException();
    }
    return before.content().changedBy(document);
  }
}
