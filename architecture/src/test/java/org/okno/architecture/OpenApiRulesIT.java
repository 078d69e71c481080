package org.okno.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every service's OpenAPI document passes Spectral's recommended rules. Spectral is a program for
 * Node: where there is none, or where it cannot be installed, the test is skipped and says so.
 */
class OpenApiRulesIT {
  private static final String SPECTRAL = "@stoplight/spectral-cli@6.16.3";
  private static final Path FOLDER = Codebase.at("architecture/target/spectral");

  private record Output(int exitCode, String text) {}

  @BeforeAll
  static void installSpectral() throws IOException, InterruptedException {
    skipUnless(succeeds("node", "--version"), "Node is not installed");
    Files.createDirectories(FOLDER);
    skipUnless(
        Files.exists(program())
            || succeeds(
                "npm",
                "install",
                "--no-save",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                SPECTRAL),
        "npm cannot install " + SPECTRAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "routing", "case", "analytics"})
  void shouldPassTheRecommendedRules(String service) throws IOException, InterruptedException {
    Output lint =
        run(
            program().toString(),
            "lint",
            "--fail-severity=warn",
            "--ruleset=" + Codebase.at("architecture/src/test/resources/spectral.yaml"),
            Codebase.at(service + "-service/target/openapi/openapi.json").toString());

    assertThat(lint.exitCode()).as("%s", lint.text()).isZero();
  }

  private static void skipUnless(boolean condition, String reason) {
    if (!condition) {
      System.out.println("SKIPPED: Spectral's rules for the OpenAPI documents, because " + reason);
    }
    assumeTrue(condition, reason);
  }

  private static Path program() {
    return FOLDER.resolve("node_modules/.bin/spectral");
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return run(command).exitCode() == 0;
    } catch (IOException e) { // no such program
      return false;
    }
  }

  private static Output run(String... command) throws IOException, InterruptedException {
    Path log = Files.createTempFile("spectral", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Files.exists(FOLDER) ? FOLDER.toFile() : null)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      int exitCode = process.waitFor();
      return new Output(exitCode, Files.readString(log, UTF_8));
    } finally {
      Files.delete(log);
    }
  }
}
