package org.okno.engines.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The AOT cache of a JVM: classes and method profiles of an earlier run, with which it starts in
 * less than half of the time (JEP 483, 514 and 515). The first run records it and writes it when it
 * is stopped gracefully, which takes some seconds; a killed run writes nothing.
 *
 * <p>Another JDK, other flags or another build of a jar need a new cache; the former is deleted.
 */
final class AotCache {

  /** JDK 25 warns of adapters that it cannot load from the cache and generates instead. */
  private static final String QUIET = "-Xlog:aot*=error";

  private final Path file;
  private final Path recording;
  private final String name;
  private final Jvm jvm;

  AotCache(Path folder, String name, Jvm jvm) {
    this.name = name;
    this.jvm = jvm;
    this.file = folder.resolve(name + "-" + fingerprint(jvm) + ".aot");
    // Stacks that record at the same time do not overwrite each other's file.
    this.recording =
        folder.resolve(name + "-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
  }

  /** The command of the JVM with its cache, or with the flag that records one. */
  Command command() {
    if (Files.exists(file)) {
      return jvm.command(List.of("-XX:AOTCache=" + file, QUIET));
    }
    if (jvm.classPath().stream().anyMatch(Files::isDirectory)) {
      // AOT caches support only jars.
      return jvm.command();
    }
    try {
      Files.createDirectories(recording.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create the folder of " + recording, e);
    }
    return jvm.command(List.of("-XX:AOTCacheOutput=" + recording, QUIET));
  }

  /** Called when the JVM has stopped gracefully: what it recorded is used from now on. */
  synchronized void store() {
    if (!Files.exists(recording)) {
      return;
    }
    try {
      for (Path former : former()) {
        Files.deleteIfExists(former);
      }
      Files.move(recording, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot store " + file, e);
    }
  }

  private List<Path> former() throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files
          .filter(other -> other.getFileName().toString().matches(name + "-[0-9a-f]{16}\\.aot"))
          .toList();
    }
  }

  private static String fingerprint(Jvm jvm) {
    StringBuilder all = new StringBuilder(System.getProperty("java.vm.version"));
    all.append(jvm.flags()).append(jvm.main());
    try {
      for (Path jar : jvm.classPath()) {
        all.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar));
      }
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
