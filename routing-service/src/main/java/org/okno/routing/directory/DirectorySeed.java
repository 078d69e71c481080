package org.okno.routing.directory;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.okno.http.JsonBody;
import org.okno.http.ProblemException;

/** Fills an empty directory from a file when the service starts, before anything is decided. */
@Singleton
class DirectorySeed {
  private static final Logger LOG = Logger.getLogger(DirectorySeed.class);

  private final DirectorySettings settings;
  private final CurrentDirectory current;
  private final ImportDirectory importDirectory;

  DirectorySeed(
      DirectorySettings settings, CurrentDirectory current, ImportDirectory importDirectory) {
    this.settings = settings;
    this.current = current;
    this.importDirectory = importDirectory;
  }

  void fill(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start)
      throws IOException {
    if (!current.fresh().content().isEmpty()) {
      return;
    }
    if (settings.seed().isEmpty()) {
      LOG.warn("the directory is empty and okno.routing.directory.seed is not set: all is held");
      return;
    }
    fill(settings.seed().get());
    current.fresh();
  }

  private void fill(Path file) throws IOException {
    try (InputStream json = Files.newInputStream(file)) {
      importDirectory.put(
          JsonBody.read(json, ImportDirectory.MAX_BYTES, DirectoryDocument.class), null);
    } catch (ProblemException e) {
      throw new IllegalStateException(file + " is not valid: " + e.problem().errors(), e);
    }
  }
}
