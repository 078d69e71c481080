package org.okno.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.okno.engines.EngineException;
import org.okno.engines.Home;
import org.okno.engines.identity.KeycloakIssuer;
import org.okno.engines.identity.LocalIssuer;
import org.okno.engines.stack.Ports;
import org.okno.engines.stack.Settings;
import picocli.CommandLine;

class KeycloakOptionTest {
  @TempDir private Path data;

  @Test
  void shouldLeaveAStackItsOwnIssuerUnlessAKeycloakIsWanted() throws Exception {
    option().prepare(settings());

    assertThat(settings().keycloak()).doesNotExist();
    assertThat(settings().issuer()).isInstanceOf(LocalIssuer.class);
  }

  @Test
  void shouldKeepTheKeycloakOfAStack() throws Exception {
    Files.createDirectories(settings().keycloak());

    option().prepare(settings());

    assertThat(settings().issuer())
        .isInstanceOfSatisfying(
            KeycloakIssuer.class,
            issuer -> assertThat(issuer.url()).isEqualTo("http://127.0.0.1:8086/realms/okno"));
  }

  @Test
  void shouldNotGiveAStackASecondIssuer() throws Exception {
    Files.createDirectories(settings().identity());

    assertThatThrownBy(() -> option("--keycloak").prepare(settings()))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("--data");
  }

  private Settings settings() {
    return Settings.of(Home.find(), data, Ports.defaults());
  }

  private static KeycloakOption option(String... arguments) {
    return CommandLine.populateCommand(new KeycloakOption(), arguments);
  }
}
