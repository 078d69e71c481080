package org.okno.intake.open311;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;

/**
 * Errors in GeoReport's own form: 404 for what there is not, 403 for a missing or wrong key, 400
 * for everything else that the client can correct.
 */
public final class Open311Errors {
  static final String PATH = "/open311/";

  /** Last of all filters: others count problems, and need the entity as it was. */
  @ServerResponseFilter(priority = Integer.MIN_VALUE + 1)
  public void rewrite(ContainerRequestContext request, ContainerResponseContext response) {
    String path = request.getUriInfo().getRequestUri().getPath();
    if (path.startsWith(PATH) && response.getEntity() instanceof Problem problem) {
      Format format = Format.ofPath(path);
      int status = status(problem.status());
      response.setStatus(status);
      response.setEntity(
          format.write("errors", errors(status, problem)), new Annotation[0], format.type());
    }
  }

  private static int status(int status) {
    return switch (status) {
      case 401, 403 -> 403;
      case 404, 413, 429 -> status;
      default -> status < 500 ? 400 : status;
    };
  }

  private static ArrayNode errors(int status, Problem problem) {
    ArrayNode errors = JsonNodeFactory.instance.arrayNode();
    List<FieldError> fields = problem.errors();
    if (fields.isEmpty()) {
      errors.addObject().put("code", status).put("description", text(problem));
    }
    for (FieldError field : fields) {
      errors
          .addObject()
          .put("code", status)
          .put("description", field.pointer() + ": " + field.detail());
    }
    return errors;
  }

  private static String text(Problem problem) {
    return problem.title() + ". " + problem.detail();
  }
}
