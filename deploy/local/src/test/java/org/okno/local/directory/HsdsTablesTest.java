package org.okno.local.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.okno.engines.EngineException;

class HsdsTablesTest {
  @TempDir Path folder;

  @Test
  void shouldReadEachFileAsATableOfRows() throws Exception {
    Files.writeString(
        folder.resolve("services.csv"), "id,name,fees\n1,\"Food, hot\",\n2,Legal,none\n");
    Files.writeString(folder.resolve("README.md"), "not a table");

    assertThat(new String(HsdsTables.read(folder), UTF_8))
        .isEqualTo(
            "{\"services.csv\":[{\"id\":\"1\",\"name\":\"Food, hot\",\"fees\":\"\"},"
                + "{\"id\":\"2\",\"name\":\"Legal\",\"fees\":\"none\"}]}");
  }

  @Test
  void shouldSayThatAFolderHasNoTables() {
    assertThatThrownBy(() -> HsdsTables.read(folder))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("no CSV file");
  }
}
