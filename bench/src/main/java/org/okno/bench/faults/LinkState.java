package org.okno.bench.faults;

/** How a network link carries bytes. */
enum LinkState {
  UP("up"),
  /** Bytes arrive later. */
  DELAYED("delayed"),
  /** Connections stay open and carry nothing: what a lost route or a firewall looks like. */
  SILENT("silent"),
  /** Connections are closed and refused. */
  CUT("cut");

  private final String words;

  LinkState(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
