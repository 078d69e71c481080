package org.okno.bench.faults;

import java.time.Duration;
import org.okno.engines.stack.Part;

/** A fault of a stack. */
sealed interface Fault {

  /**
   * {@code kill -9} of a process and its children; it is started again.
   *
   * @param downMillis how long it stays down
   */
  record Kill(Part part, long downMillis) implements Fault {
    @Override
    public String toString() {
      return "kill -9 of %s, started again after %d ms".formatted(part.label(), downMillis);
    }
  }

  /** Two different parts killed at once; both are started again. */
  record KillOfTwo(Part one, Part other, long downMillis) implements Fault {
    @Override
    public String toString() {
      return "kill -9 of %s and %s at once, started again after %d ms"
          .formatted(one.label(), other.label(), downMillis);
    }
  }

  /** A suspended process with open connections: SIGSTOP, later SIGCONT. */
  record Pause(Part part, int seconds) implements Fault {
    @Override
    public String toString() {
      return "%s suspended for %d s".formatted(part.label(), seconds);
    }
  }

  /** The broker killed and started with an empty page cache. */
  record ColdBroker() implements Fault {
    @Override
    public String toString() {
      return "kill -9 of kafka, started with an empty page cache";
    }
  }

  /** A connector deleted and registered again; its slot is kept. */
  record NewConnector(Part service) implements Fault {
    @Override
    public String toString() {
      return "connector of %s deleted and registered again".formatted(service.label());
    }
  }

  /** The network between two parts is not what it was, for a while. */
  record BadLink(Part client, Part server, LinkState state, int seconds) implements Fault {
    @Override
    public String toString() {
      return "link from %s to %s %s for %d s"
          .formatted(client.label(), server.label(), state.words(), seconds);
    }
  }

  /** The offsets of a stopped service's consumers deleted, as if they had expired. */
  record LostOffsets(Part service) implements Fault {
    @Override
    public String toString() {
      return "%s stopped, its offsets deleted, started again".formatted(service.label());
    }
  }

  /** The replication slot of a connector dropped while requests keep coming. */
  record LostSlot(Part service) implements Fault {
    @Override
    public String toString() {
      return "replication slot of %s dropped, its connector restarted".formatted(service.label());
    }
  }

  /** A service restarted with another time for a while (libfaketime). */
  record WrongClock(Part service, Duration ahead, int seconds) implements Fault {
    @Override
    public String toString() {
      return "clock of %s %+d h for %d s".formatted(service.label(), ahead.toHours(), seconds);
    }
  }

  /** A part killed while it does this. */
  record KillDuring(Task task, Part part, long afterMillis) implements Fault {
    @Override
    public String toString() {
      return "kill -9 of %s %d ms after the begin of %s"
          .formatted(part.label(), afterMillis, task.words());
    }
  }

  /** The process of {@code ./okno up} killed; its parts run on until it is started again. */
  record KillOfSupervisor(long downMillis) implements Fault {
    @Override
    public String toString() {
      return "kill -9 of ./okno up, the same again after %d ms".formatted(downMillis);
    }
  }

  /** No space is left on the disk of an engine. */
  record FullDisk(Part engine, int seconds) implements Fault {
    @Override
    public String toString() {
      return "disk of %s full for %d s".formatted(engine.label(), seconds);
    }
  }

  /** Everything stops at once, and what the engines had not synced is lost. */
  record PowerCut() implements Fault {
    @Override
    public String toString() {
      return "power cut: everything ends, what was not synced is lost; all is started again,"
          + " and the summary recomputed";
    }
  }

  /** A part, or the command itself, killed while dead letters are replayed. */
  record KillDuringReplay(DeadLetterTopic letters, Victim victim, long afterMillis)
      implements Fault {

    /** What is killed. */
    enum Victim {
      COMMAND,
      BROKER,
      CONSUMER
    }

    @Override
    public String toString() {
      String killed =
          switch (victim) {
            case COMMAND -> "the command";
            case BROKER -> Part.KAFKA.label();
            case CONSUMER -> letters.service().label();
          };
      return "kill -9 of %s %d ms after the begin of a replay of %s"
          .formatted(killed, afterMillis, letters.name());
    }
  }

  /** The rebuild of the case service's tables killed, then run again to its end. */
  record KillOfRebuild(long afterMillis) implements Fault {
    @Override
    public String toString() {
      return "kill -9 of the case rebuild after %d ms, then run to its end".formatted(afterMillis);
    }
  }
}
