package org.okno.cases.notifications;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves hosts to public addresses only: what is resolved here is what is connected to, so that a
 * name that changes its address between the two opens nothing.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">special addresses</a>
 */
final class PublicAddresses implements DnsResolver {
  private static final List<Range> SPECIAL =
      List.of(
          Range.of(0, 0, 0, 0, 8),
          Range.of(10, 0, 0, 0, 8),
          Range.of(100, 64, 0, 0, 10),
          Range.of(127, 0, 0, 0, 8),
          Range.of(169, 254, 0, 0, 16),
          Range.of(172, 16, 0, 0, 12),
          Range.of(192, 0, 0, 0, 24),
          Range.of(192, 0, 2, 0, 24),
          Range.of(192, 88, 99, 0, 24),
          Range.of(192, 168, 0, 0, 16),
          Range.of(198, 18, 0, 0, 15),
          Range.of(198, 51, 100, 0, 24),
          Range.of(203, 0, 113, 0, 24),
          Range.of(224, 0, 0, 0, 3));

  /** Of IPv6 only global unicast is public: 2000::/3. */
  private static final int GLOBAL_UNICAST = 0b001;

  private final Set<String> allowed;

  /**
   * @param allowed hosts that may be other than public
   */
  PublicAddresses(List<String> allowed) {
    this.allowed = allowed.stream().map(PublicAddresses::lower).collect(Collectors.toSet());
  }

  private record Range(int network, int bits) {
    static Range of(int a, int b, int c, int d, int bits) {
      return new Range(a << 24 | b << 16 | c << 8 | d, bits);
    }

    boolean has(int address) {
      return (address ^ network) >>> (32 - bits) == 0;
    }
  }

  /** Whether a host may be other than public. */
  boolean isAllowed(String host) {
    return allowed.contains(lower(host));
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    if (!isAllowed(host) && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
      throw new UnknownHostException("the host is not public");
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** Whether an address belongs to everybody's network. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(number(bytes, 0));
  }

  private static boolean isPublic4(int address) {
    return SPECIAL.stream().noneMatch(range -> range.has(address));
  }

  private static boolean isPublic6(byte[] bytes) {
    int first = number(bytes, 0);
    boolean isDocumentation = first == 0x20010db8;
    boolean isTeredo = first == 0x20010000;
    boolean is6to4 = first >>> 16 == 0x2002;
    return first >>> 29 == GLOBAL_UNICAST && !isDocumentation && !isTeredo && !is6to4;
  }

  private static int number(byte[] bytes, int from) {
    return (bytes[from] & 0xff) << 24
        | (bytes[from + 1] & 0xff) << 16
        | (bytes[from + 2] & 0xff) << 8
        | bytes[from + 3] & 0xff;
  }

  private static String lower(String host) {
    return host.toLowerCase(Locale.ROOT);
  }
}
