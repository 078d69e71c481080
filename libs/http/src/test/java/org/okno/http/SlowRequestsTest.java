package org.okno.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowRequestsTest {
  private long now = 1;
  private final EmbeddedChannel client = new EmbeddedChannel(new SlowRequests.Handler(() -> now));

  @Test
  void shouldCutAClientThatTrickles() {
    send(1);
    for (int second = 0; second < 30; second++) {
      pass(1);
      send(1);
    }
    assertThat(client.isOpen()).isTrue();

    pass(1);
    send(1);
    assertThat(client.isOpen()).isFalse();
  }

  @Test
  void shouldLetALongBodyTakeItsTimeAsLongAsItMoves() {
    send(200);
    for (int minute = 0; minute < 60; minute++) {
      pass(60);
      send(6000);
    }

    assertThat(client.isOpen()).isTrue();
  }

  @Test
  void shouldCutABodyThatComesToAHalt() {
    send(5000);
    pass(59);
    send(1);

    assertThat(client.isOpen()).isFalse();
  }

  @Test
  void shouldJudgeEachRequestOfAConnectionByItself() {
    for (int request = 0; request < 10; request++) {
      send(100);
      pass(50);
      client.writeOutbound(Unpooled.wrappedBuffer(new byte[10]));
    }

    assertThat(client.isOpen()).isTrue();
  }

  private void pass(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }

  private void send(int bytes) {
    client.writeInbound(Unpooled.wrappedBuffer(new byte[bytes]));
  }
}
