package org.okno.bench.faults;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.okno.engines.EngineException;

@EnabledOnOs(OS.LINUX)
class Ext4ShutdownTest {

  @Test
  void shouldRefuseWhatIsNotExt4() {
    assertThatThrownBy(() -> Ext4Shutdown.of(Path.of("/proc")))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("is it ext4?");
  }
}
