package org.okno.routing.directory;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.okno.journal.Journal;

/**
 * Puts a document into the directory: whole, or not at all. Entries that are there already as they
 * are change nothing and are not published again.
 */
@ApplicationScoped
public class ImportDirectory {
  private static final Logger LOG = Logger.getLogger(ImportDirectory.class);

  private final DataSource database;
  private final DirectoryTables tables;
  private final CurrentDirectory current;
  private final Journal journal;
  private final Clock clock;

  public ImportDirectory(
      DataSource database,
      DirectoryTables tables,
      CurrentDirectory current,
      Journal journal,
      Clock clock) {
    this.database = database;
    this.tables = tables;
    this.current = current;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Imports a document.
   *
   * @return the entries that were new or different
   * @throws WrongDocumentException with everything that is wrong in it; nothing was changed
   * @throws SQLException if the database does not answer; nothing was changed
   */
  public DirectoryDocument put(JsonNode json) throws SQLException, WrongDocumentException {
    List<WrongEntry> wrong = new ArrayList<>();
    DirectoryDocument document = DocumentReader.read(json, wrong);
    DirectoryDocument changed;
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        changed = put(connection, document, wrong);
        connection.commit();
      } finally {
        // After a commit there is nothing to take back.
        connection.rollback();
      }
    }
    current.fresh();
    LOG.infof("directory imported: %d of %d entries changed", changed.size(), document.size());
    return changed;
  }

  private DirectoryDocument put(
      Connection connection, DirectoryDocument document, List<WrongEntry> wrong)
      throws SQLException, WrongDocumentException {
    tables.lockedVersion(connection);
    DirectoryContent before = tables.read(connection);
    wrong.addAll(DocumentCheck.of(document, before));
    if (!wrong.isEmpty()) {
      throw new WrongDocumentException(wrong);
    }
    DirectoryDocument changed = before.changedBy(document);
    if (changed.size() > 0) {
      tables.put(connection, changed);
      journal.append(connection, Changes.asEvents(changed, clock.instant()));
      tables.raiseVersion(connection);
    }
    return changed;
  }
}
