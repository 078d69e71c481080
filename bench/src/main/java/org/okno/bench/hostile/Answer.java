package org.okno.bench.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The response to raw bytes.
 *
 * @param status 0 for no response: the connection was closed or nothing came for some seconds
 * @param mediaType empty where it has none
 */
record Answer(int status, String mediaType) {

  static final Answer NONE = new Answer(0, "");

  private static final int TIMEOUT_MILLIS = 2000;
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final int HEAD_BYTES = 16 * 1024;
  private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3})");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("^content-type:\\s*([^;\\s]+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /** Sends the bytes on a connection of their own. */
  static Answer to(int port, byte[] bytes) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      // The response may come, and the connection be closed, before all is sent.
      Thread sending = Thread.ofVirtual().start(() -> send(socket, bytes));
      Answer answer = of(head(socket.getInputStream()));
      socket.close();
      sending.join();
      return answer;
    } catch (IOException e) {
      return NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NONE;
    }
  }

  /** Up to the empty line, or as far as it comes: a connection may stay open. */
  private static String head(InputStream response) throws IOException {
    StringBuilder head = new StringBuilder();
    byte[] part = new byte[HEAD_BYTES];
    try {
      while (head.indexOf(END_OF_HEAD) < 0 && head.length() < HEAD_BYTES) {
        int length = response.read(part);
        if (length < 0) {
          break;
        }
        head.append(new String(part, 0, length, ISO_8859_1));
      }
    } catch (SocketTimeoutException e) {
      // What came is all there is.
    }
    return head.toString();
  }

  static Answer of(String response) {
    Matcher status = STATUS.matcher(response);
    if (!status.find()) {
      return NONE;
    }
    int end = response.indexOf(END_OF_HEAD);
    Matcher type = MEDIA_TYPE.matcher(end < 0 ? response : response.substring(0, end));
    String mediaType = type.find() ? type.group(1).toLowerCase(Locale.ROOT) : "";
    return new Answer(Integer.parseInt(status.group(1)), mediaType);
  }

  boolean isInternalError() {
    return status >= 500;
  }

  /** Whether it is an error without a problem document. */
  boolean isErrorWithoutProblem() {
    return status >= 400 && !mediaType.equals("application/problem+json");
  }

  private static void send(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // The reader sees what came before.
    }
  }
}
