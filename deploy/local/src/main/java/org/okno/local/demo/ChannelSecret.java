package org.okno.local.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.okno.local.client.Services;

/** The secret with which a channel signs its messages, as its software would. */
record ChannelSecret(String id, String secret, Clock clock) {
  static final String HEADER = "Okno-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  /**
   * A new one.
   *
   * @param services as an administrator
   */
  static ChannelSecret make(Services services, String channel, Clock clock) {
    JsonNode made =
        services
            .post("intake", "/v1/channels/" + channel + "/keys", Map.of("use", "hmac"))
            .orFail("make a secret of the channel " + channel);
    return new ChannelSecret(made.path("id").asText(), made.path("key").asText(), clock);
  }

  /**
   * The header for a body.
   *
   * @param ahead seconds from now: the same body is signed again with another second, since each
   *     signature is accepted once
   */
  String sign(byte[] body, int ahead) {
    long seconds = clock.instant().getEpochSecond() + ahead;
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(US_ASCII), ALGORITHM));
      mac.update((seconds + ".").getBytes(US_ASCII));
      return "key=%s,t=%d,v1=%s"
          .formatted(id, seconds, HexFormat.of().formatHex(mac.doFinal(body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  // A record's own toString would show the secret.
  @Override
  public String toString() {
    return "ChannelSecret " + id;
  }
}
