package org.okno.local.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.okno.engines.identity.LocalIssuer;
import org.okno.local.Main;

class TokenCommandTest {

  @TempDir private Path data;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aStackWasStartedOnce() {
    new LocalIssuer(8086, data.resolve("identity")).close();
  }

  @Test
  void shouldPrintOnlyTheToken() throws IOException {
    assertThat(token("--role", "specialist", "--agency", "a-1", "--for", "8h")).isZero();

    assertThat(out.toString()).containsOnlyOnce("\n").matches("[\\w.-]+\\R");
    JsonNode claims = claims();
    assertThat(claims.at("/roles/0").asText()).isEqualTo("specialist");
    assertThat(claims.path("agency").asText()).isEqualTo("a-1");
    assertThat(claims.path("sub").asText()).isEqualTo("specialist:a-1");
    assertThat(claims.path("iss").asText()).isEqualTo("http://127.0.0.1:8086");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(8 * 3600);
  }

  @Test
  void shouldNameTheIssuerAtTheGivenPort() throws IOException {
    assertThat(token("--role", "analyst", "--port-issuer", "9999")).isZero();

    assertThat(claims().path("iss").asText()).isEqualTo("http://127.0.0.1:9999");
  }

  @Test
  void shouldNameTheRolesWhenOneIsUnknown() {
    assertThat(token("--role", "king")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no role 'king'", "head-of-agency");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void shouldSayWhatARoleIsBoundTo() {
    assertThat(token("--role", "specialist")).isEqualTo(2);
    assertThat(err.toString()).contains("The role specialist needs --agency");
    assertThat(token("--role", "channel", "--agency", "a-1")).isEqualTo(2);
    assertThat(err.toString()).contains("The role channel needs --channel");
    assertThat(token("--role", "coordinator")).isEqualTo(2);
    assertThat(err.toString()).contains("The role coordinator needs --territory");
  }

  @Test
  void shouldRefuseALifetimeThatIsNone() {
    assertThat(token("--role", "analyst", "--for", "soon")).isEqualTo(2);
    assertThat(token("--role", "analyst", "--for", "-5m")).isEqualTo(2);
    assertThat(err.toString()).contains("'soon' is no duration").contains("'-5m' is no duration");
  }

  @Test
  void shouldSayWhatToDoWhereNoStackWasStarted() {
    data = data.resolve("elsewhere");

    assertThat(token("--role", "analyst")).isEqualTo(1);
    assertThat(err.toString()).contains("No stack was started on " + data).contains("./okno up");
    assertThat(data).doesNotExist();
  }

  private int token(String... arguments) {
    List<String> words = new ArrayList<>(List.of("--data", data.toString()));
    words.addAll(List.of(arguments));
    return Main.commandLine(new TokenCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words.toArray(String[]::new));
  }

  private JsonNode claims() throws IOException {
    return new JsonMapper()
        .readTree(Base64.getUrlDecoder().decode(out.toString().strip().split("\\.")[1]));
  }
}
