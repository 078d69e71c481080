package org.okno.intake.open311;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The Open311 client of npm, which others wrote. Its library for XML is on no registry: it is tried
 * in JSON.
 */
final class NodeClient {
  private static final Path FOLDER = Path.of("target/open311-client").toAbsolutePath();
  private static final List<String> MISSING = List.of("sparkxml", "xml2json");

  private NodeClient() {}

  /** Installs the client; the test is skipped where that is not possible here. */
  static void install() throws IOException, InterruptedException {
    Path modules = Files.createDirectories(FOLDER.resolve("node_modules"));
    boolean ready =
        Files.exists(modules.resolve("open311/package.json"))
            || run(
                    "npm",
                    "install",
                    "--no-save",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "request@2.11.4",
                    "lodash@0.6.1")
                && run("npm", "pack", "open311@0.0.12")
                && run("tar", "-xzf", "open311-0.0.12.tgz")
                && run("mv", "package", "node_modules/open311");
    if (!ready) {
      System.out.println(
          "SKIPPED: the Open311 client of npm, because node or the registry is away");
    }
    assumeTrue(ready, "no node, or no registry");
    for (String name : MISSING) {
      Path module = Files.createDirectories(modules.resolve(name));
      Files.writeString(module.resolve("index.js"), "// not on the registry\n");
    }
  }

  /** What a script that uses the client prints. */
  static String output(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(FOLDER.resolve("script.js"), script);
    Path out = FOLDER.resolve("out.txt");
    Process node =
        new ProcessBuilder("node", file.toString())
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    if (!node.waitFor(30, TimeUnit.SECONDS)) {
      node.destroyForcibly();
    }
    return Files.readString(out, UTF_8).strip();
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) { // no such program
      return false;
    }
  }
}
