package org.okno.bench.faults;

/** Something an operator starts, and repeats after a crash. */
enum Task {
  ERASURE("erasures"),
  IMPORT("an import of the directory");

  private final String words;

  Task(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
