package org.okno.local.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.okno.local.client.Services;

class ImportCommandTest {

  @Test
  void shouldWaitForNothingWhenARowWasRejected() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var report = new PortalImport.Report(2, 1, Map.of("400 /needs", 1));

    try (Services none = new Services(Map.of(), caller -> "")) {
      assertThat(new ImportCommand().compare(report, none, new PrintStream(out))).isEqualTo(1);
    }
    assertThat(out.toString()).contains("import again");
  }
}
