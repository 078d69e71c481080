package org.okno.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;

class StateFileTest {

  private static final LiveProcess THIS_PROCESS = LiveProcess.of(ProcessHandle.current());

  @TempDir Path data;

  @Test
  void shouldReadWhatWasWritten() {
    RunningStack stack = stack(THIS_PROCESS);

    new StateFile(data).write(stack);

    assertThat(new StateFile(data).read()).contains(stack);
  }

  @Test
  void shouldLetOnlyItsOwnerRead() throws IOException {
    new StateFile(data).write(stack(THIS_PROCESS));

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("stack.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void shouldDistinguishADeadProcessFromALaterOneWithTheSameId() {
    RunningStack stale = stack(new LiveProcess(THIS_PROCESS.pid(), THIS_PROCESS.startedAt() - 1));

    new StateFile(data).write(stale);

    assertThat(new Stacks(data).running()).isEmpty();
    assertThat(new Stacks(data).killLeftovers()).isZero();
    assertThat(new StateFile(data).read()).isEmpty();
  }

  @Test
  void shouldTellAMachineThatStoppedFromAKilledStack() {
    new StateFile(data).write(stack(THIS_PROCESS));
    assertThat(new Stacks(data).endedWithTheMachine()).isFalse();

    new StateFile(data).write(stack(new LiveProcess(THIS_PROCESS.pid(), 1)));
    assertThat(new Stacks(data).endedWithTheMachine()).isTrue();
  }

  private static RunningStack stack(LiveProcess supervisor) {
    return new RunningStack(
        supervisor,
        RunningStack.Phase.READY,
        "127.0.0.1",
        Ports.defaults(),
        40000,
        "token",
        Map.of(Part.KAFKA, new LiveProcess(1, 2)));
  }
}
