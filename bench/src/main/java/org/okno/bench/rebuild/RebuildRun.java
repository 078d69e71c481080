package org.okno.bench.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.okno.engines.EngineException;
import org.okno.engines.service.CaseRebuild;
import org.okno.engines.stack.Environment;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Settings;

/** Runs the rebuild as a person does, and parses its output. */
final class RebuildRun {

  private static final Pattern BUILT = Pattern.compile("([\\d,]+) cases built in ([\\d.]+) s");
  private static final Pattern DIFFER = Pattern.compile("\\w+: ([\\d,]+) rows differ");

  private final CaseRebuild rebuild;

  RebuildRun(Settings settings) {
    rebuild = new CaseRebuild(settings.home(), new Environment(settings).of(Part.CASE));
  }

  /**
   * One rebuild.
   *
   * @param perSecond cases, from the first record read to the last index made
   * @param differences rows other than in the tables it replaces
   */
  record Built(long cases, double perSecond, long differences) {}

  /**
   * @throws EngineException when it fails
   */
  Built once(String mode) {
    List<String> output = new ArrayList<>();
    int exit = rebuild.run(output::add, mode);
    Matcher built =
        output.stream().map(BUILT::matcher).filter(Matcher::matches).findFirst().orElse(null);
    if (exit != 0 || built == null) {
      throw new EngineException("The rebuild failed: " + String.join("\n", output));
    }
    long cases = number(built.group(1));
    return new Built(cases, cases / Double.parseDouble(built.group(2)), differences(output));
  }

  private static long differences(List<String> output) {
    return output.stream()
        .map(DIFFER::matcher)
        .filter(Matcher::matches)
        .mapToLong(line -> number(line.group(1)))
        .sum();
  }

  private static long number(String text) {
    return Long.parseLong(text.replace(",", ""));
  }
}
