package org.okno.intake.channels;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Who has this key? */
final class ChannelKeyRequest extends BaseAuthenticationRequest {
  private final ChannelKey key;

  ChannelKeyRequest(ChannelKey key) {
    this.key = key;
  }

  ChannelKey key() {
    return key;
  }
}
