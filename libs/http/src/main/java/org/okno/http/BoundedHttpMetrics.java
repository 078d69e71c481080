package org.okno.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the series of {@code http.server.requests}: an address is a metric's label as the template
 * of a resource, never as a client wrote it (a tracking number is a secret), and a method by its
 * name only where HTTP knows it.
 */
public final class BoundedHttpMetrics {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  // As Quarkus names what has no template.
  private static final Set<String> NO_TEMPLATES =
      Set.of("root", "NOT_FOUND", "REDIRECTION", "UNKNOWN");

  private BoundedHttpMetrics() {}

  @Produces
  @Singleton
  static MeterFilter filter(BeanManager beans) {
    return new Filter(
        Stream.concat(
                NO_TEMPLATES.stream(),
                beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .map(Bean::getBeanClass)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(BoundedHttpMetrics::templates))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Stream<String> templates(Class<?> resource) {
    String base = segment(resource.getAnnotation(Path.class));
    return Stream.concat(
        Stream.of(base),
        Arrays.stream(resource.getDeclaredMethods())
            .map(method -> base + segment(method.getAnnotation(Path.class))));
  }

  private static String segment(@Nullable Path path) {
    if (path == null || path.value().equals("/")) {
      return "";
    }
    return path.value().startsWith("/") ? path.value() : "/" + path.value();
  }

  private record Filter(Set<String> uris) implements MeterFilter {

    @Override
    public Meter.Id map(Meter.Id id) {
      if (!id.getName().startsWith("http.server.")) {
        return id;
      }
      return id.replaceTags(id.getTags().stream().map(tag -> bounded(tag)).toList());
    }

    private Tag bounded(Tag tag) {
      return switch (tag.getKey()) {
        case "uri" -> uris.contains(tag.getValue()) ? tag : Tag.of("uri", "UNKNOWN");
        case "method" -> METHODS.contains(tag.getValue()) ? tag : Tag.of("method", "OTHER");
        default -> tag;
      };
    }
  }
}
