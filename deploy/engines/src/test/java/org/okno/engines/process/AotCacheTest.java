package org.okno.engines.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

  private static final String RECORD = "-XX:AOTCacheOutput=";
  private static final String USE = "-XX:AOTCache=";

  @TempDir Path folder;
  private Path caches;
  private Path jar;

  @BeforeEach
  void build() throws IOException {
    caches = folder.resolve("caches");
    jar = Files.writeString(folder.resolve("a.jar"), "built");
  }

  @Test
  void shouldRecordInTheFirstRunAndUseItInTheNext() throws IOException {
    run(cache());

    assertThat(cache().command().words()).anyMatch(word -> word.startsWith(USE));
  }

  @Test
  void shouldRecordAgainWhenTheRunWasKilled() {
    cache().store();

    assertThat(cache().command().words()).anyMatch(word -> word.startsWith(RECORD));
  }

  @Test
  void shouldRecordAgainAfterAnotherBuildAndDeleteTheStaleCache() throws IOException {
    run(cache());
    Files.writeString(jar, "built again");

    run(cache());

    assertThat(cache().command().words()).anyMatch(word -> word.startsWith(USE));
    assertThat(files()).hasSize(1);
  }

  @Test
  void shouldNotRecordFoldersOfClasses() {
    jar = folder;

    assertThat(cache().command().words())
        .noneMatch(word -> word.startsWith(RECORD) || word.startsWith(USE));
  }

  private AotCache cache() {
    return new AotCache(
        caches, "part", new Jvm(List.of("-Xmx64m"), List.of(jar), "Main", List.of()));
  }

  /** A run that stops gracefully: the JVM writes the file it was told to. */
  private static void run(AotCache cache) throws IOException {
    String output =
        cache.command().words().stream()
            .filter(word -> word.startsWith(RECORD))
            .findFirst()
            .orElseThrow()
            .substring(RECORD.length());
    Files.writeString(Path.of(output), "recorded");
    cache.store();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(caches)) {
      return files.toList();
    }
  }
}
