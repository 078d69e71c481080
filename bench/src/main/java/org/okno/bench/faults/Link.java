package org.okno.bench.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy on 127.0.0.1 between two parts of a stack, to cut or delay their connections. */
final class Link implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int BACKLOG = 256;
  private static final int DELAY_MILLIS = 200;
  private static final int POLL_MILLIS = 50;

  private final ServerSocket listening;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile LinkState state = LinkState.UP;

  /**
   * @param target port of the server
   */
  Link(int target) {
    this.target = target;
    try {
      listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("No free port", e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** The port it listens on. */
  int port() {
    return listening.getLocalPort();
  }

  void become(LinkState next) {
    state = next;
    if (next == LinkState.CUT) {
      open.forEach(Link::close);
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void connect(Socket client) {
    open.add(client);
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      open.add(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      if (state == LinkState.CUT) {
        return;
      }
      Thread back = Thread.ofVirtual().start(() -> carry(server, client));
      carry(client, server);
      back.join();
      open.remove(server);
    } catch (IOException e) {
      // The server is down: the client sees its connection closed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  /** Until either side closes; then both are closed. */
  private void carry(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        hold();
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // One side closed the connection, or the link is cut.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hold() throws InterruptedException {
    if (state == LinkState.DELAYED) {
      Thread.sleep(DELAY_MILLIS);
    }
    while (state == LinkState.SILENT) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(Link::close);
  }
}
