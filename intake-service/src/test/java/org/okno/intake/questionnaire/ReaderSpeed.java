package org.okno.intake.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.okno.http.JsonBody;
import org.okno.intake.directory.Directory;
import org.okno.intake.directory.Directory.Channel;
import org.okno.intake.directory.Directory.Term;
import org.okno.intake.directory.Directory.Territory;

/** Measures how long it takes to read a questionnaire of about 1 KiB, in processor time. */
final class ReaderSpeed {
  private static final int ROUNDS = 60;
  private static final int READINGS = 1_000;
  private static final String BODY =
      """
      {"channel": "hotline", "externalId": "call-1", "territory": "02701301",
       "applicant": {"name": "Выдумкина Ада Львовна", "phone": "+79270000017"},
       "address": "ул. Придуманная, д. 1, кв. 2", "needs": [{"need": "food"}], "text": "%s", "consent": true}
      """
          .formatted("Прошу помочь нашей семье с продуктами. ".repeat(7));

  private ReaderSpeed() {}

  public static void main(String[] arguments) {
    Directory directory =
        new Directory(
            List.of(new Channel("hotline", "Г", "С", "H")),
            List.of(new Territory("02701301", "Район", "district", null, "Europe/Samara")),
            List.of(new Term("need", "food", "Продукты", "Food")));
    QuestionnaireReader reader = new QuestionnaireReader(directory);
    Instant now = Instant.parse("2026-03-02T06:15:31.482Z");
    QuestionnaireSchema schema = QuestionnaireSchema.of(QuestionnaireSchema.FIRST).orElseThrow();
    JsonNode body = JsonBody.read(BODY.getBytes(UTF_8), JsonNode.class);
    JsonNode clean = schema.texts().clean(body, "", new ValidationErrors());
    print("parse", () -> JsonBody.read(BODY.getBytes(UTF_8), JsonNode.class));
    print("clean", () -> schema.texts().clean(body, "", new ValidationErrors()));
    print("schema", () -> schema.schema().validate(clean, new ValidationErrors()));
    print("read, all of it but parse", () -> reader.read(body, now, new ValidationErrors()));
  }

  private static void print(String what, Runnable reading) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < READINGS; i++) {
        reading.run();
      }
      best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
    }
    System.out.printf(Locale.ROOT, "%s: %.1f µs%n", what, best / 1_000.0 / READINGS);
  }
}
