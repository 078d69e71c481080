package org.okno.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.okno.defaults.Timestamps;

/** Timestamps of responses as in events. */
@Singleton
public class JsonTimestamps implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(new Timestamps());
  }

  /** Last: of two serializers of a type the one that was registered later is used. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }
}
