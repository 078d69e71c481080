package org.okno.routing.directory;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Fills an empty directory from a file when the service starts, before anything is decided. */
@ApplicationScoped
class DirectorySeed {
  private static final Logger LOG = Logger.getLogger(DirectorySeed.class);

  private final Optional<Path> file;
  private final CurrentDirectory current;
  private final ImportDirectory importDirectory;

  DirectorySeed(
      @ConfigProperty(name = "okno.directory.seed") Optional<Path> file,
      CurrentDirectory current,
      ImportDirectory importDirectory) {
    this.file = file;
    this.current = current;
    this.importDirectory = importDirectory;
  }

  void fill(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start)
      throws IOException, SQLException, WrongDocumentException {
    if (!current.fresh().content().isEmpty()) {
      return;
    }
    if (file.isEmpty()) {
      LOG.warn("the directory is empty and okno.directory.seed names no file: all is held");
      return;
    }
    importDirectory.put(new JsonMapper().readTree(file.get().toFile()));
  }
}
