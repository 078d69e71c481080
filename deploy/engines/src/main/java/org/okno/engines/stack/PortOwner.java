package org.okno.engines.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process that listens on a port, from {@code /proc}: on Linux, and for processes that this
 * user may inspect.
 */
final class PortOwner {

  private static final String LISTENING = "0A";

  private PortOwner() {}

  /** Such as {@code process 4711 (java -jar x.jar)}. */
  static Optional<String> find(int port) {
    List<String> sockets =
        Stream.of("/proc/net/tcp", "/proc/net/tcp6")
            .flatMap(table -> listeningOn(port, Path.of(table)))
            .map(inode -> "socket:[" + inode + "]")
            .toList();
    return sockets.isEmpty()
        ? Optional.empty()
        : ProcessHandle.allProcesses()
            .filter(process -> holds(process, sockets))
            .findFirst()
            .map(PortOwner::describe);
  }

  /**
   * Columns: number, local address:port in hex, remote, state, …; the tenth is the socket's inode.
   */
  private static Stream<String> listeningOn(int port, Path table) {
    String suffix = ":%04X".formatted(port);
    try (Stream<String> rows = Files.lines(table)) {
      return rows
          .map(row -> List.of(row.strip().split("\\s+")))
          .filter(
              words ->
                  words.size() > 9
                      && words.get(1).endsWith(suffix)
                      && words.get(3).equals(LISTENING))
          .map(words -> words.get(9))
          .toList()
          .stream();
    } catch (IOException | UncheckedIOException e) {
      return Stream.empty();
    }
  }

  private static boolean holds(ProcessHandle process, List<String> sockets) {
    try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
      return files.anyMatch(file -> sockets.contains(target(file)));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static String describe(ProcessHandle process) {
    String command = process.info().commandLine().orElse("its command is hidden");
    String shown = command.length() > 80 ? command.substring(0, 80) + "…" : command;
    return "process " + process.pid() + " (" + shown + ")";
  }
}
