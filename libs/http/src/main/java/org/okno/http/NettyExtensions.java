package org.okno.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Lets Netty load {@link BareErrors}. Netty reads the property once, when anything connects for the
 * first time: with OpenID Connect that is before any bean exists, so it is set with the first
 * configuration.
 */
public final class NettyExtensions implements SmallRyeConfigBuilderCustomizer {
  @Override
  public void configBuilder(SmallRyeConfigBuilder builder) {
    System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
  }
}
