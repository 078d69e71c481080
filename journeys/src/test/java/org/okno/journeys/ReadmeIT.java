package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.okno.engines.stack.Part;
import org.okno.journeys.RunningStack.Region;
import org.okno.local.Main;
import org.okno.local.token.TokenCommand;

/** The commands of the README, run as they are, but for the ports. */
@ExtendWith(RunningStack.class)
class ReadmeIT {
  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  private static final Pattern TOKEN = Pattern.compile("\\$\\(\\./okno token([^)]*)\\)");

  @Test
  void shouldRunEveryRequestOfTheReadme(Region region) throws Exception {
    Path readme = Path.of(System.getProperty("okno.root"), "README.md");
    List<String> requests = requests(Files.readString(readme));
    assertThat(requests).hasSizeGreaterThan(3);
    for (String request : requests) {
      String answer = run(withTokens(region, onPortsOf(region, request)));
      assertThat(answer).as(request).isNotBlank().doesNotContain("urn:okno:problem");
    }
  }

  /** Each curl command; one may run over several lines. */
  private static List<String> requests(String readme) {
    List<String> requests = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(readme);
    while (blocks.find()) {
      requests.addAll(
          Arrays.stream(blocks.group(1).split("(?m)^(?=curl )"))
              .filter(c -> c.startsWith("curl "))
              .toList());
    }
    return requests;
  }

  private static String onPortsOf(Region region, String request) {
    String moved = request;
    for (Part service : Part.services()) {
      moved =
          moved.replace(
              ":" + service.defaultPort() + "/",
              ":" + region.stack().settings().url(service).getPort() + "/");
    }
    return moved;
  }

  /** Without the start script, which would build first. */
  private static String withTokens(Region region, String request) {
    return TOKEN.matcher(request).replaceAll(command -> token(region, command.group(1)));
  }

  private static String token(Region region, String arguments) {
    List<String> words = new ArrayList<>(List.of(arguments.strip().split(" +")));
    words.addAll(List.of("--data", region.data().toString()));
    words.addAll(List.of("--port-issuer", "" + region.stack().settings().ports().issuer()));
    StringWriter token = new StringWriter();
    int exitCode =
        Main.commandLine(new TokenCommand())
            .setOut(new PrintWriter(token, true))
            .execute(words.toArray(String[]::new));
    assertThat(exitCode).as(arguments).isZero();
    return token.toString().strip();
  }

  private static String run(String command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command).isZero();
    return answer;
  }
}
