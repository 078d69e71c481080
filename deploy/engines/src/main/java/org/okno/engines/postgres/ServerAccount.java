package org.okno.engines.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.okno.engines.EngineException;
import org.okno.engines.process.Command;

/** Who runs the PostgreSQL programs: they refuse to run as root. */
sealed interface ServerAccount {

  /** Words before each command. */
  List<String> prefix();

  /** Where something that should lie in {@code wanted} lies so that this account reaches it. */
  Path place(Path wanted);

  /** Lets this account own what is in {@code folder}. */
  void give(Path folder);

  /**
   * The first that works here: ourselves when we are not root; ourselves in a user namespace in
   * which we are not root; the user {@code nobody}.
   */
  static ServerAccount choose(Path folder) {
    if (new UnixSystem().getUid() != 0) {
      return Ordinary.INSTANCE;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + folder, e);
    }
    return Stream.of(new Namespace(), new Nobody())
        .filter(account -> account.works(folder))
        .findFirst()
        .orElseThrow(
            () ->
                new EngineException(
                    "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' works here."
                        + " Run as an ordinary user, or install util-linux."));
  }

  /** True when a command of this account can write to where {@code folder} would lie. */
  default boolean works(Path folder) {
    try {
      Path place = Files.createDirectories(place(folder));
      give(place);
      return Command.of("test", "-w", place.toString()).after(prefix()).outcome().exitCode() == 0;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** Ourselves. */
  enum Ordinary implements ServerAccount {
    INSTANCE;

    @Override
    public List<String> prefix() {
      return List.of();
    }

    @Override
    public Path place(Path wanted) {
      return wanted;
    }

    @Override
    public void give(Path folder) {}
  }

  /**
   * Root in a user namespace without a mapping: to PostgreSQL it is nobody, to the files it is
   * still root.
   */
  record Namespace() implements ServerAccount {

    @Override
    public List<String> prefix() {
      return List.of("unshare", "-U");
    }

    @Override
    public Path place(Path wanted) {
      return wanted;
    }

    @Override
    public void give(Path folder) {}
  }

  /**
   * The user nobody, who seldom reaches the folders of root: its files lie under the machine's
   * temporary folder.
   */
  record Nobody() implements ServerAccount {

    private static final String ID = "65534";

    @Override
    public List<String> prefix() {
      return List.of("setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups");
    }

    @Override
    public Path place(Path wanted) {
      UUID name = UUID.nameUUIDFromBytes(wanted.toString().getBytes(StandardCharsets.UTF_8));
      return Path.of("/var/tmp/okno-postgres", name.toString());
    }

    @Override
    public void give(Path folder) {
      Command.of("chown", "-R", ID + ":" + ID, folder.toString()).run();
    }
  }
}
