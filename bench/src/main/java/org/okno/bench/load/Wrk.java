package org.okno.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.okno.engines.process.Command;

/**
 * The highest rate of accepted posts, with {@code wrk}: a generator in C, whose own cost does not
 * affect the figure. Each post is a request of its own.
 */
final class Wrk {

  static final String INSTALL = "wrk is not installed (Debian: apt-get install wrk)";
  private static final Pattern SUMMARY = Pattern.compile("okno accepted=(\\d+) rejected=(\\d+)");

  private final Path folder;
  private final String template;
  private final @Nullable String authorization;

  /**
   * @param template a body with the word {@code @ID@} where the external id goes, and
   *     {@code @PHONE@} where seven digits go
   * @param authorization the header of this name, or null
   */
  Wrk(Path folder, String template, @Nullable String authorization) {
    this.folder = folder;
    this.template = template;
    this.authorization = authorization;
  }

  static boolean isInstalled() {
    return Command.of("wrk", "--version").outcome().exitCode() != 127;
  }

  /** Accepted posts a second. */
  double rate(URI intake, String prefix, int connections, Duration length) throws IOException {
    Path script = Files.writeString(folder.resolve("post.lua"), script(prefix));
    var outcome =
        Command.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + length.toSeconds() + "s",
                "--timeout",
                "30s",
                "-s",
                script.toString(),
                intake.resolve("/v1/requests").toString())
            .outcome();
    Matcher totals = SUMMARY.matcher(outcome.output());
    if (!totals.find() || !totals.group(2).equals("0")) {
      throw new IllegalStateException("wrk got rejections or failed: " + outcome.output());
    }
    return Long.parseLong(totals.group(1)) / (double) length.toSeconds();
  }

  private String script(String prefix) {
    String[] parts = template.split("@ID@|@PHONE@", -1);
    // The two placeholders may be in either order.
    boolean idFirst = template.indexOf("@ID@") < template.indexOf("@PHONE@");
    String id = "'" + prefix + "-' .. n";
    String phone = "string.format('%07d', n % 10000000)";
    return """
        wrk.headers['Content-Type'] = 'application/json'
        wrk.headers['Authorization'] = '%s'
        local n = 0
        function request()
          n = n + 1
          return wrk.format('POST', nil, nil, [==[%s]==] .. %s .. [==[%s]==] .. %s .. [==[%s]==])
        end
        function done(summary, latency, requests)
          local e = summary.errors
          io.write(string.format('okno accepted=%%d rejected=%%d\\n', summary.requests - e.status,
            e.status + e.connect + e.read + e.timeout))
        end
        """
        .formatted(
            authorization,
            parts[0],
            idFirst ? id : phone,
            parts[1],
            idFirst ? phone : id,
            parts[2]);
  }
}
