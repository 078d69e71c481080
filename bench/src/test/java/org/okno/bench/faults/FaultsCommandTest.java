package org.okno.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FaultsCommandTest {

  @Test
  void shouldRefuseMoreThanTwoInstances() {
    assertThat(errorsOf("--instances", "3")).contains("--instances must be 1 or 2, not 3");
  }

  @Test
  void shouldRefuseToKillTheSupervisorAmongOtherFaults() {
    assertThat(errorsOf("--kinds", "supervisor,kill")).contains("name supervisor alone");
    assertThat(errorsOf("--kinds", "supervisor", "--instances", "2"))
        .contains("name supervisor alone");
  }

  @Test
  void shouldNameTheKindsThereAreForOneThatIsNot() {
    assertThat(errorsOf("--kinds", "earthquake")).contains("earthquake", "disk-full", "power-cut");
  }

  private static String errorsOf(String... arguments) {
    StringWriter errors = new StringWriter();
    int exitCode =
        new CommandLine(new FaultsCommand())
            .setErr(new PrintWriter(errors, true))
            .execute(arguments);
    assertThat(exitCode).isNotZero();
    return errors.toString();
  }
}
