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

/** The account that runs the PostgreSQL programs: they refuse to run as root. */
sealed interface ServerAccount {

  /** Put in front of each command. */
  default List<String> commandPrefix() {
    return List.of();
  }

  /** The folder used instead of {@code wanted}, so that this account can access it. */
  default Path location(Path wanted) {
    return wanted;
  }

  /** Makes this account the owner of what is in {@code folder}. */
  default void chown(Path folder) {}

  /**
   * The first that works here: the current user when it is not root; root in a user namespace in
   * which it is not root; the user {@code nobody}.
   */
  static ServerAccount choose(Path folder) {
    if (new UnixSystem().getUid() != 0) {
      return new CurrentUser();
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create the folder " + folder, e);
    }
    return Stream.of(new UserNamespace(), new Nobody())
        .filter(account -> account.works(folder))
        .findFirst()
        .orElseThrow(
            () ->
                new EngineException(
                    "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' works here."
                        + " Run as an ordinary user, or install util-linux."));
  }

  /** True when a command of this account can write to the location of {@code folder}. */
  default boolean works(Path folder) {
    try {
      Path location = Files.createDirectories(location(folder));
      chown(location);
      Command test = Command.of("test", "-w", location.toString()).withPrefix(commandPrefix());
      return test.outcome().exitCode() == 0;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** An ordinary user needs nothing special. */
  record CurrentUser() implements ServerAccount {}

  /**
   * Root in a user namespace without a mapping: PostgreSQL sees the user nobody, file access is
   * still that of root.
   */
  record UserNamespace() implements ServerAccount {

    @Override
    public List<String> commandPrefix() {
      return List.of("unshare", "-U");
    }
  }

  /**
   * The user nobody, who can rarely access root's folders: its files are below {@code /var/tmp}.
   */
  record Nobody() implements ServerAccount {

    private static final String ID = "65534";

    @Override
    public List<String> commandPrefix() {
      return List.of("setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups");
    }

    @Override
    public Path location(Path wanted) {
      UUID name = UUID.nameUUIDFromBytes(wanted.toString().getBytes(StandardCharsets.UTF_8));
      return Path.of("/var/tmp/okno-postgres", name.toString());
    }

    @Override
    public void chown(Path folder) {
      Command.of("chown", "-R", ID + ":" + ID, folder.toString()).run();
    }
  }
}
