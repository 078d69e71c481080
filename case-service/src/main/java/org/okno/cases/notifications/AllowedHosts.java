package org.okno.cases.notifications;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which addresses may be told: public ones by HTTPS, and the hosts that the operator allows. */
@Singleton
class AllowedHosts {
  private static final int MAX_LENGTH = 2_000;
  private static final Pattern LITERAL = Pattern.compile("\\[.*]|[0-9.]+");

  private final PublicAddresses addresses;

  AllowedHosts(NotificationSettings settings) {
    this.addresses = new PublicAddresses(settings.allowedHosts().orElse(List.of()));
  }

  PublicAddresses addresses() {
    return addresses;
  }

  /** What is wrong with an address to which a subscription wants to be told; empty: nothing. */
  Optional<String> error(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      return Optional.of("expected an absolute URL");
    }
    String host = uri.getHost();
    if (host == null || url.length() > MAX_LENGTH || uri.getUserInfo() != null) {
      return Optional.of(
          "expected an absolute URL of at most 2000 characters, without a user's name");
    }
    boolean isAllowed = addresses.isAllowed(host);
    if (!"https".equals(uri.getScheme()) && !(isAllowed && "http".equals(uri.getScheme()))) {
      return Optional.of("expected an address that begins with https://");
    }
    return isAllowed || isPublic(host)
        ? Optional.empty()
        : Optional.of("expected a public address");
  }

  /** Of a name it is known when it is connected to. */
  private static boolean isPublic(String host) {
    if (!LITERAL.matcher(host).matches()) {
      return !host.equals("localhost");
    }
    try {
      return PublicAddresses.isPublic(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
