package org.okno.bench.measure;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.okno.engines.Home;
import org.okno.engines.process.Command;

/** {@code bench/results}: one JSON file per result; a later one of the same name replaces it. */
public final class ResultFiles {

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private final Home home;

  public ResultFiles(Home home) {
    this.home = home;
  }

  public Path folder() {
    return home.root().resolve("bench/results");
  }

  public Result.Collector begin(String name) {
    String now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    return new Result.Collector(name, now, commit());
  }

  /** Stores a result, unless it has no figure. */
  public void write(Result.Collector collected) {
    Result result = collected.result();
    if (result.figures().isEmpty()) {
      return;
    }
    Path file = folder().resolve(result.name() + ".json");
    try {
      Files.createDirectories(folder());
      Files.writeString(file, mapper.writeValueAsString(result) + "\n");
      System.out.println("  stored in " + home.root().relativize(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /** All results, by name. */
  public List<Result> read() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(this::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder(), e);
    }
  }

  private Result read(Path file) {
    try {
      return mapper.readValue(file.toFile(), Result.class);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is no result file", e);
    }
  }

  private String commit() {
    String git = home.root().toString();
    var head = Command.of("git", "-C", git, "rev-parse", "--short", "HEAD").outcome();
    // Results that are not committed yet change nothing of what is measured.
    var changes =
        Command.of("git", "-C", git, "status", "--porcelain", "--", ".", ":!bench/results")
            .outcome();
    return head.exitCode() != 0 ? "none" : head.output() + (changes.output().isEmpty() ? "" : "+");
  }
}
