package org.okno.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.function.LongSupplier;

/**
 * Closes the connection of a client that sends its request slowly, so that few clients cannot hold
 * all connections: headers and bodies alike may take 30 s, and longer when they come at 100 bytes a
 * second. It is judged when bytes arrive; a connection on which nothing moves is closed by {@code
 * quarkus.http.idle-timeout}.
 */
public final class SlowRequests extends ChannelInitializerExtension {

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addFirst(new Handler(System::nanoTime));
  }

  static final class Handler extends ChannelDuplexHandler {
    private static final long FREE_NANOS = 30_000_000_000L;
    private static final long NANOS_PER_BYTE = 10_000_000L;

    private final LongSupplier clock;
    private long begin;
    private long bytes;

    Handler(LongSupplier clock) {
      this.clock = clock;
    }

    @Override
    public void channelRead(ChannelHandlerContext channel, Object message) {
      if (message instanceof ByteBuf received && isTooSlow(received.readableBytes())) {
        ReferenceCountUtil.release(message);
        channel.close();
        return;
      }
      channel.fireChannelRead(message);
    }

    /** What comes after a part of a response is a new request, or a body that is being answered. */
    @Override
    public void write(ChannelHandlerContext channel, Object message, ChannelPromise written) {
      bytes = 0;
      channel.write(message, written);
    }

    private boolean isTooSlow(int more) {
      if (bytes == 0) {
        begin = clock.getAsLong();
      }
      bytes += more;
      long taken = clock.getAsLong() - begin;
      return taken > FREE_NANOS && taken > bytes * NANOS_PER_BYTE;
    }
  }
}
