package org.okno.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine okno =
      Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up",
        "down",
        "status",
        "logs",
        "dev",
        "token",
        "start",
        "stop",
        "kill",
        "dead-letters",
        "territories",
        "vault",
        "channel",
        "bench",
        "test"
      })
  void shouldExplainEveryCommand(String command) {
    assertThat(okno.execute(command, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: okno " + command);
  }

  @Test
  void shouldExplainTheRecountOfTheSummary() {
    assertThat(okno.execute("rebuild", "summary", "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: okno rebuild summary");
  }

  @Test
  void shouldListEveryCommandOfTheStartScript() {
    assertThat(okno.execute("--help")).isZero();
    assertThat(out.toString()).contains("  bench ").contains("  test ");
  }

  @Test
  void shouldNameTheNearestCommandsWhenOneIsUnknown() {
    assertThat(okno.execute("stat")).isEqualTo(2);
    assertThat(err.toString()).contains("'stat'").contains("okno status");
  }

  @Test
  void shouldNameThePartsWhenOneIsUnknown() {
    assertThat(okno.execute("logs", "printer")).isEqualTo(2);
    assertThat(err.toString())
        .contains("there is no part 'printer'")
        .contains("kafka, connect, intake");
  }
}
