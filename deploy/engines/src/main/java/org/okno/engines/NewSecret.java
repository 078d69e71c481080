package org.okno.engines;

import java.security.SecureRandom;
import java.util.HexFormat;

/** New passwords and tokens. */
public final class NewSecret {

  private static final int BYTES = 24;

  private NewSecret() {}

  /** 192 random bits in hex. */
  public static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
