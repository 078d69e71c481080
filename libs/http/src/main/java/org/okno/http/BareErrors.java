package org.okno.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives an error without a body its problem, and closes the connection. A request that Netty cannot
 * read (an address or headers that are too long, a line that is no HTTP) reaches no router: Vert.x
 * responds with the bare status, and Quarkus does not let its handler be replaced.
 */
public final class BareErrors extends ChannelInitializerExtension {

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addFirst(new Completion());
  }

  private static final class Completion extends ChannelOutboundHandlerAdapter {
    private static final Pattern BARE_ERROR =
        Pattern.compile(
            "HTTP/1\\.[01] ([45]\\d\\d) .*\r\ncontent-length: 0\r\n.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    @Override
    public void write(ChannelHandlerContext channel, Object message, ChannelPromise written) {
      OptionalInt status = message instanceof ByteBuf head ? bareError(head) : OptionalInt.empty();
      if (status.isEmpty()) {
        channel.write(message, written);
        return;
      }
      ((ByteBuf) message).release();
      channel
          .write(Unpooled.wrappedBuffer(response(status.getAsInt())), written.unvoid())
          .addListener(ChannelFutureListener.CLOSE);
    }

    private static OptionalInt bareError(ByteBuf head) {
      if (head.readableBytes() <= STATUS_AT
          || head.getByte(head.readerIndex()) != 'H'
          || head.getByte(head.readerIndex() + STATUS_AT) < '4') {
        return OptionalInt.empty();
      }
      Matcher error = BARE_ERROR.matcher(head.toString(US_ASCII));
      return error.matches()
          ? OptionalInt.of(Integer.parseInt(error.group(1)))
          : OptionalInt.empty();
    }

    private static byte[][] response(int status) {
      Problem problem = StatusProblem.of(status);
      byte[] document = problem.asJson();
      String head =
          """
          HTTP/1.1 %d %s
          content-type: %s
          content-length: %d
          connection: close

          """
              .formatted(status, problem.title(), Problem.MEDIA_TYPE, document.length)
              .replace("\n", "\r\n");
      return new byte[][] {head.getBytes(US_ASCII), document};
    }
  }
}
