package org.okno.bench.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import picocli.CommandLine;

class RoutingCommandTest {
  private final StringWriter errors = new StringWriter();

  @Test
  void shouldEvaluateAPortalCutByTheDay(@TempDir Path folder) throws IOException {
    writeXz(folder.resolve("tickets.csv.xz"), portal());
    Path json = folder.resolve("figures.json");

    int code =
        run(
            "--train",
            folder.toString(),
            "--evaluate",
            folder.toString(),
            "--until",
            "2026-01-20",
            "--from",
            "2026-01-21",
            "--json",
            json.toString(),
            "--plot",
            folder.resolve("plot.svg").toString());

    assertThat(errors.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode figures = new JsonMapper().readTree(json.toFile());
    assertThat(figures.get("form").asText()).isEqualTo("PORTAL");
    assertThat(figures.get("trained").asInt()).isEqualTo(80);
    assertThat(figures.get("evaluated").asInt()).isEqualTo(40);
    assertThat(figure(figures, "text → reason", "accuracy")).isEqualTo(1);
    assertThat(figure(figures, "given reason × territory → agency", "accuracy")).isEqualTo(1);
    assertThat(folder.resolve("plot.svg")).content().startsWith("<svg");
  }

  @Test
  void shouldEvaluateFilesNamedForTheirPart(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("train.csv"), appeals());
    Files.writeString(
        folder.resolve("test.csv"),
        "id,text,topic,agency\n"
            + "1,no bus again,Transport,City\n"
            + "2,the heating is off,Heating,Utility\n");
    Path json = folder.resolve("figures.json");

    int code =
        run(
            "--train",
            folder.toString(),
            "--evaluate",
            folder.toString(),
            "--json",
            json.toString(),
            "--plot",
            folder.resolve("plot.svg").toString());

    assertThat(code).isZero();
    assertThat(figure(new JsonMapper().readTree(json.toFile()), "text → topic", "accuracy"))
        .isEqualTo(1);
  }

  @Test
  void shouldLearnFromAllOfAnotherFolderButWhatItIsTriedOn(@TempDir Path folder)
      throws IOException {
    Path known = Files.createDirectory(folder.resolve("known"));
    Path later = Files.createDirectory(folder.resolve("later"));
    Files.writeString(known.resolve("train.csv"), appeals());
    Files.writeString(known.resolve("dev.csv"), appeals() + "3,tram is late,Transport,City\n");
    Files.writeString(
        later.resolve("test.csv"), "text,topic,agency\ntram is late,Transport,City\n");
    Path json = folder.resolve("figures.json");

    int code =
        run(
            "--train",
            known.toString(),
            "--evaluate",
            later.toString(),
            "--json",
            json.toString(),
            "--plot",
            folder.resolve("plot.svg").toString());

    assertThat(code).isZero();
    assertThat(new JsonMapper().readTree(json.toFile()).get("trained").asInt()).isEqualTo(80);
  }

  @Test
  void shouldNameTheColumnsThatAreMissing(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("any.csv"), "text,topic\nx,y\n");

    assertThat(run("--train", folder.toString(), "--evaluate", folder.toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("any.csv").contains("as appeals it lacks [agency]");
  }

  @Test
  void shouldRefuseToTryOnWhatItLearnedFrom(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("tickets.csv"), portal());

    assertThat(run("--train", folder.toString(), "--evaluate", folder.toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("--until and --from");
  }

  @Test
  void shouldSayThatAFolderIsMissing(@TempDir Path folder) {
    String none = folder.resolve("none").toString();
    assertThat(run("--train", none, "--evaluate", none)).isEqualTo(2);
    assertThat(errors.toString()).contains("no folder");
  }

  private int run(String... arguments) {
    return new CommandLine(new RoutingCommand())
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }

  private static double figure(JsonNode figures, String task, String measure) {
    for (JsonNode score : figures.get("scores")) {
      if (score.get("task").asText().equals(task)
          && score.get("measure").asText().equals(measure)) {
        return score.get("value").asDouble();
      }
    }
    throw new AssertionError("no figure " + task + ", " + measure);
  }

  private static String portal() {
    StringBuilder csv =
        new StringBuilder(
            "created_at,text,category,reason,district,municipality,building_id,answer_org\n");
    for (int day = 1; day <= 30; day++) {
      for (String district : new String[] {"North", "South"}) {
        row(csv, day, "snow is not cleared in the yard", "Yard", "Snow", district, "Roads");
        row(csv, day, "no light in the entrance hall", "House", "Light", district, "Houses");
      }
    }
    return csv.toString();
  }

  private static void row(
      StringBuilder csv,
      int day,
      String text,
      String category,
      String reason,
      String district,
      String agency) {
    csv.append(
        "2026-01-%02dT10:00:00,\"%s\",%s,%s,%s,,,%s of %s\n"
            .formatted(day, text, category, reason, district, agency, district));
  }

  private static String appeals() {
    return "id,text,topic,agency\n"
        + "1,\"no bus, no tram\",Transport,City\n2,heating is off,Heating,Utility\n".repeat(20);
  }

  private static void writeXz(Path file, String content) throws IOException {
    try (OutputStream out = new XZOutputStream(Files.newOutputStream(file), new LZMA2Options())) {
      out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
