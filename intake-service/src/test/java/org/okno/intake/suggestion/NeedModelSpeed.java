package org.okno.intake.suggestion;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/** Measures how long it takes to train the model of phrases and to read a text with it. */
final class NeedModelSpeed {
  private static final int ROUNDS = 60;
  private static final int READINGS = 200;
  private static final String SHORT = "Отцу нужны продукты и лекарства, до пенсии неделя.";

  private NeedModelSpeed() {}

  public static void main(String[] arguments) {
    long begin = System.nanoTime();
    NeedModel model = new NeedModel(1, Training.on(Phrases.shipped().examples()));
    System.out.printf(
        Locale.ROOT,
        "trained in %d ms; file of %d bytes%n",
        (System.nanoTime() - begin) / 1_000_000,
        NeedModel.file(model.classifier()).length);
    System.out.println(PhraseFigures.of(Phrases.shipped().examples(), 0.5));
    print("50 characters", model, SHORT);
    print("1,000 characters", model, SHORT.repeat(20));
    print("20,000 characters", model, SHORT.repeat(400));
  }

  private static void print(String what, NeedModel model, String text) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < READINGS; i++) {
        model.needs(text, need -> true, 0.5);
      }
      best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
    }
    System.out.printf(Locale.ROOT, "%s: %.3f ms%n", what, best / 1_000_000.0 / READINGS);
  }
}
