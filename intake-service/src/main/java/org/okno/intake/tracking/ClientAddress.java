package org.okno.intake.tracking;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a call comes from. Whoever has an IPv6 address has a whole network of them: those of one
 * network are one group.
 *
 * @param group an IPv4 address, or the first half of an IPv6 address, in hexadecimal
 */
record ClientAddress(String group) {
  private static final int NETWORK_BYTES = 8;

  static ClientAddress of(HttpServerRequest request) {
    SocketAddress address = request.remoteAddress();
    String text = address == null ? null : address.hostAddress();
    return of(text == null ? "0.0.0.0" : text);
  }

  /**
   * @param literal an IP address, never a name
   */
  static ClientAddress of(String literal) {
    try {
      InetAddress address = InetAddress.ofLiteral(literal);
      byte[] bytes = address.getAddress();
      return new ClientAddress(
          HexFormat.of()
              .formatHex(
                  address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes));
    } catch (IllegalArgumentException e) {
      return new ClientAddress("unknown");
    }
  }
}
