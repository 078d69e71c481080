package org.okno.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.okno.http.Problem.FieldError;

/**
 * Rejects query parameters that the resource method does not declare: a misspelt filter would show
 * everything. And none may be given twice; neither these nor the path may hold a NUL, which no
 * database stores.
 */
public final class KnownParameters {
  private static final String PRINTABLE = "expected printable characters";

  private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

  @ServerRequestFilter
  public void check(ContainerRequestContext request, ResourceInfo resource) {
    if (request.getUriInfo().getPath().indexOf('\0') >= 0) {
      throw Problem.invalid("path", PRINTABLE).asException();
    }
    Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
    if (given.isEmpty() || resource.getResourceMethod() == null) {
      return;
    }
    Set<String> known =
        declared.computeIfAbsent(resource.getResourceMethod(), KnownParameters::declaredBy);
    List<FieldError> errors =
        given.entrySet().stream()
            .flatMap(one -> error(one.getKey(), one.getValue(), known).stream())
            .toList();
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
  }

  private static List<FieldError> error(String name, List<String> values, Set<String> known) {
    String pointer = "query:" + FieldError.part(name);
    if (!known.contains(name)) {
      return List.of(new FieldError(pointer, unknown(known)));
    }
    if (values.size() > 1) {
      return List.of(new FieldError(pointer, "expected once"));
    }
    return values.getFirst().indexOf('\0') < 0
        ? List.of()
        : List.of(new FieldError(pointer, PRINTABLE));
  }

  private static String unknown(Set<String> known) {
    return known.isEmpty()
        ? "unknown parameter; there is none here"
        : "unknown parameter; expected one of " + String.join(", ", known);
  }

  private static Set<String> declaredBy(Method method) {
    Set<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      add(names, parameter.getAnnotation(QueryParam.class));
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        Class<?> bean = parameter.getType();
        Arrays.stream(bean.getDeclaredFields())
            .forEach(field -> add(names, field.getAnnotation(QueryParam.class)));
        Arrays.stream(bean.getDeclaredConstructors())
            .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
            .forEach(one -> add(names, one.getAnnotation(QueryParam.class)));
      }
    }
    return names;
  }

  private static void add(Set<String> names, @org.jspecify.annotations.Nullable QueryParam query) {
    if (query != null) {
      names.add(query.value());
    }
  }
}
