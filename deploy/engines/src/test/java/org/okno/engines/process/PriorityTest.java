package org.okno.engines.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PriorityTest {

  @Test
  void shouldNotChangeACommandOfNormalPriority() {
    Command command = Command.of("sleep", "9");

    assertThat(Priority.NORMAL.applyTo(command)).isEqualTo(command);
  }

  @Test
  void shouldLowerThePriorityOfASessionWhereThereAreAutogroups() throws Exception {
    Process sleep = new ProcessBuilder(inItsOwnSession("sleep", "9")).start();
    try {
      assumeTrue(hasGroupOfItsOwn(sleep.toHandle()), "SKIPPED: no scheduler groups a session here");

      Priority.LOW.applyToSession(sleep.toHandle());

      assertThat(Files.readString(Priority.autogroup(sleep.toHandle()))).endsWith("nice 10\n");
    } finally {
      sleep.destroyForcibly();
    }
  }

  /** Not at once: the process makes its session when it runs. */
  private static boolean hasGroupOfItsOwn(ProcessHandle process)
      throws IOException, InterruptedException {
    Path ours = Priority.autogroup(ProcessHandle.current());
    for (int i = 0; i < 100 && Files.exists(ours); i++) {
      if (!Files.readString(ours).equals(Files.readString(Priority.autogroup(process)))) {
        return true;
      }
      Thread.sleep(10);
    }
    return false;
  }

  private static List<String> inItsOwnSession(String... words) {
    return Stream.concat(Programs.prefix("setsid").stream(), Stream.of(words)).toList();
  }
}
