package org.okno.identity;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.okno.contracts.Codes;
import org.okno.http.Problem;
import org.okno.identity.AccessTable.Line;

/** Adds to the OpenAPI document what the access table says: tokens, and who may use what. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class OpenApiAccess implements OASFilter {
  private static final String TOKEN = "token";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    document
        .getComponents()
        .addSecurityScheme(
            TOKEN,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(
                    "An access token of the OpenID Connect issuer, for the audience okno"));
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> complete(method + " " + path, operation)));
  }

  private static void complete(String endpoint, Operation operation) {
    List<Line> lines =
        AccessTable.lines().stream().filter(line -> line.endpoint().equals(endpoint)).toList();
    if (lines.stream().anyMatch(line -> line.role().equals(AccessTable.PUBLIC))) {
      add(operation, "401", "The token is not valid");
    } else {
      add(operation, "401", "No valid token");
      add(operation, "403", "The caller's roles do not allow it. They are: " + who(lines));
      operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
    }
  }

  private static String who(List<Line> lines) {
    return lines.stream()
        .map(
            line ->
                line.rows() == Scope.ALL
                    ? line.role()
                    : line.role() + " (" + Codes.of(line.rows()) + ")")
        .collect(Collectors.joining(", "));
  }

  private static void add(Operation operation, String status, String description) {
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(description)
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                            .schema(OASFactory.createSchema().ref("Problem"))));
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    operation.getResponses().addAPIResponse(status, response);
  }
}
