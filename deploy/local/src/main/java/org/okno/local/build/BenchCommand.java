package org.okno.local.build;

import picocli.CommandLine.Command;

/** The start script runs it in a JVM of its own; this class is for the usage help. */
@Command(
    name = "bench",
    description = "Measures Okno on this machine; ./okno bench --help lists what.")
public final class BenchCommand implements Runnable {

  @Override
  public void run() {
    throw new UnsupportedOperationException("the start script runs it: ./okno bench");
  }
}
