package org.okno.analytics.summary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;
import org.okno.consumer.Failure;

/**
 * A stream thread that dies, for example because the broker was away for too long, is replaced: the
 * new one goes on from the last committed transaction. Whatever it is, counting goes on by itself
 * when its cause is gone.
 */
@ApplicationScoped
class StartThreadAgain implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = Logger.getLogger(StartThreadAgain.class);
  // Between two tries, so that a lasting fault does not fill the log.
  private static final long PAUSE_NANOS = 2_000_000_000L;

  @Override
  public StreamThreadExceptionResponse handle(Throwable thrown) {
    LOG.errorf("a stream thread is replaced: %s", Failure.describe(thrown));
    LockSupport.parkNanos(PAUSE_NANOS);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
