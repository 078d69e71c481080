package org.okno.analytics.summary;

import jakarta.inject.Singleton;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;
import org.okno.messaging.Failure;

/**
 * A stream thread that dies, for example because the broker was away for too long, is replaced: the
 * new one continues from the last committed transaction. Whatever it is, counting recovers by
 * itself when its cause is gone.
 */
@Singleton
class ReplaceStreamThread implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = Logger.getLogger(ReplaceStreamThread.class);
  // Between two attempts, so that a lasting failure does not fill the log.
  private static final long PAUSE_NANOS = 2_000_000_000L;

  @Override
  public StreamThreadExceptionResponse handle(Throwable thrown) {
    LOG.errorf("a stream thread is replaced: %s", Failure.describe(thrown));
    LockSupport.parkNanos(PAUSE_NANOS);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
