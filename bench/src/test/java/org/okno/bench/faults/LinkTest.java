package org.okno.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {

  private ServerSocket server;
  private Link link;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    link = new Link(server.getLocalPort());
    Thread.ofVirtual().start(this::echo);
  }

  @AfterEach
  void stop() throws IOException {
    link.close();
    server.close();
  }

  @Test
  void shouldCarryBytesBothWays() throws IOException {
    try (Socket client = connect()) {
      assertThat(echoed(client, 7)).isEqualTo(7);
    }
  }

  @Test
  void shouldCloseOpenConnectionsWhenItIsCut() throws IOException {
    try (Socket client = connect()) {
      assertThat(echoed(client, 7)).isEqualTo(7);

      link.become(LinkState.CUT);

      assertThatThrownBy(() -> require(echoed(client, 8))).isInstanceOf(IOException.class);
    }
  }

  @Test
  void shouldKeepConnectionsAndDeliverLaterWhenItIsSilentForAWhile() throws IOException {
    try (Socket client = connect()) {
      link.become(LinkState.SILENT);
      client.setSoTimeout(300);
      assertThatThrownBy(() -> echoed(client, 7)).isInstanceOf(SocketTimeoutException.class);

      link.become(LinkState.UP);

      client.setSoTimeout(5000);
      assertThat(client.getInputStream().read()).isEqualTo(7);
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), link.port());
  }

  private static int echoed(Socket client, int value) throws IOException {
    client.getOutputStream().write(value);
    return client.getInputStream().read();
  }

  /** The end of a stream is as good as an exception. */
  private static void require(int read) throws IOException {
    if (read < 0) {
      throw new IOException("closed");
    }
  }

  private void echo() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.getInputStream().transferTo(socket.getOutputStream());
      } catch (IOException e) {
        // the next connection
      }
    }
  }
}
