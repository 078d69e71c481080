package org.okno.bench.faults;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.okno.engines.Home;
import org.okno.engines.process.Jvm;

/**
 * A mount namespace of its own: what is mounted there, nobody else sees, and it is gone with the
 * process. An ordinary user may mount a tmpfs there only.
 */
final class MountNamespace {

  private static final String PROPERTY = "okno.bench.mounts";
  private static final String ROOT = "root";

  private MountNamespace() {}

  static boolean isEntered() {
    return System.getProperty(PROPERTY) != null;
  }

  /** Whether it was made by root, who may mount everything. */
  static boolean isOfRoot() {
    return ROOT.equals(System.getProperty(PROPERTY));
  }

  /**
   * Runs this command line again inside of one.
   *
   * @return its exit code
   */
  static int run(List<String> arguments) throws IOException, InterruptedException {
    boolean root = new UnixSystem().getUid() == 0;
    Jvm bench =
        new Jvm(
            List.of(
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-Dokno.root=" + Home.find().root(),
                "-D%s=%s".formatted(PROPERTY, root ? ROOT : "user")),
            List.of(Path.of(System.getProperty("java.class.path"))),
            "org.okno.bench.Main",
            arguments);
    List<String> prefix = List.of("unshare", root ? "-m" : "-Urm");
    Process process =
        new ProcessBuilder(bench.command().withPrefix(prefix).words()).inheritIO().start();
    // Ctrl-C reaches both; a signal to this process only has to be passed on.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop the inner process"));
    return process.waitFor();
  }
}
