package org.okno.suggestion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which examples train and which are held out. */
record HeldOut(List<Integer> training, List<Integer> heldOut) {

  static HeldOut of(int examples, TrainingSettings settings) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < examples; i++) {
      order.add(i);
    }
    if (!settings.ordered()) {
      Collections.shuffle(order, new Random(1));
    }
    int training = (int) Math.ceil(examples * (1 - settings.heldOut()));
    return new HeldOut(order.subList(0, training), order.subList(training, examples));
  }

  static <T> List<T> of(List<T> all, List<Integer> chosen) {
    return chosen.stream().map(all::get).toList();
  }
}
