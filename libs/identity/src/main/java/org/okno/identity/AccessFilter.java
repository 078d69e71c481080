package org.okno.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.okno.identity.AccessTable.Endpoint;

/**
 * Lets a request through as the access table says, before anything of it is read: no token 401, no
 * line for a role of the caller 403.
 */
public final class AccessFilter {
  private final Map<Method, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final String service;
  private final SecurityIdentity identity;
  private final CurrentCaller current;

  AccessFilter(
      @ConfigProperty(name = "okno.service") String service,
      SecurityIdentity identity,
      CurrentCaller current) {
    this.service = service;
    this.identity = identity;
    this.current = current;
  }

  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  public void check(ResourceInfo resource) {
    Endpoint endpoint = endpoints.computeIfAbsent(resource.getResourceMethod(), this::endpoint);
    if (endpoint.isPublic()) {
      current.set(new Rows.All());
      return;
    }
    if (identity.isAnonymous()) {
      throw new NotAuthorizedException("Bearer");
    }
    Caller caller = Caller.of(identity);
    Permission permission = endpoint.permission(caller);
    if (permission == null) {
      throw new ForbiddenException();
    }
    current.set(caller, permission);
  }

  private Endpoint endpoint(Method method) {
    String verb =
        Arrays.stream(method.getAnnotations())
            .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
            .filter(http -> http != null)
            .map(HttpMethod::value)
            .collect(Collectors.joining());
    return AccessTable.endpoint(service, verb, path(method));
  }

  /** The template, as OpenAPI writes it. */
  private static String path(Method method) {
    return Stream.of(method.getDeclaringClass(), method)
        .map(AccessFilter::part)
        .flatMap(part -> Arrays.stream(part.split("/")))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("/", "/", ""));
  }

  private static String part(AnnotatedElement element) {
    Path path = element.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }
}
