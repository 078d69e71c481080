package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** The commands of the README, run as they are, but for the ports. */
@ExtendWith(RunningStack.class)
class ReadmeIT {
  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  @Test
  void shouldRunEveryRequestOfTheReadme(Region region) throws Exception {
    Path readme = Path.of(System.getProperty("okno.root"), "README.md");
    List<String> requests = requests(Files.readString(readme));
    assertThat(requests).hasSizeGreaterThan(3);
    for (String request : requests) {
      String answer = run(onPortsOf(region, request));
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

  private static String run(String command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command).isZero();
    return answer;
  }
}
