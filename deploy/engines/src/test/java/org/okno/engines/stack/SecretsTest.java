package org.okno.engines.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path data;

  @Test
  void shouldReuseThePasswordsOfTheFirstStart() {
    assertThat(Secrets.in(data).owner(Part.INTAKE))
        .hasSize(48)
        .isEqualTo(Secrets.in(data).owner(Part.INTAKE));
  }

  @Test
  void shouldLetOnlyTheirOwnerRead() throws IOException {
    Secrets.in(data);

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("secrets.properties"))))
        .isEqualTo("rw-------");
  }
}
