package org.okno.bench.faults;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import org.okno.engines.EngineException;

/**
 * The ioctl with which the tests of ext4 cut its power: nothing is written any more, neither its
 * journal nor what is in the page cache.
 */
final class Ext4Shutdown {

  private static final long EXT4_IOC_SHUTDOWN = 0x8004587DL;
  private static final int NO_LOG_FLUSH = 2;
  private static final int O_RDONLY = 0;

  private Ext4Shutdown() {}

  /** Needs root. */
  static void of(Path mounted) {
    MethodHandle open = function("open", 2, ADDRESS, JAVA_INT);
    MethodHandle ioctl = function("ioctl", 2, JAVA_INT, JAVA_LONG, ADDRESS);
    MethodHandle close = function("close", 1, JAVA_INT);
    try (Arena arena = Arena.ofConfined()) {
      int file = (int) open.invoke(arena.allocateFrom(mounted.toString()), O_RDONLY);
      int result =
          (int) ioctl.invoke(file, EXT4_IOC_SHUTDOWN, arena.allocateFrom(JAVA_INT, NO_LOG_FLUSH));
      int closed = (int) close.invoke(file);
      if (result + closed != 0) {
        throw new EngineException("The power of " + mounted + " cannot be cut: is it ext4?");
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new EngineException("The power of " + mounted + " cannot be cut", e);
    }
  }

  /** A function of libc that returns an int; its arguments from {@code fixed} on are variadic. */
  private static MethodHandle function(String name, int fixed, MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    FunctionDescriptor type = FunctionDescriptor.of(JAVA_INT, arguments);
    return fixed < arguments.length
        ? linker.downcallHandle(
            linker.defaultLookup().findOrThrow(name), type, Linker.Option.firstVariadicArg(fixed))
        : linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
  }
}
