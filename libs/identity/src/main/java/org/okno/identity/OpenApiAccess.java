package org.okno.identity;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  /** The header of a channel's key. */
  public static final String KEY_HEADER = "X-API-Key";

  /** The header of a request that a channel signed. */
  public static final String SIGNATURE_HEADER = "Okno-Signature";

  private static final String TOKEN = "token";
  private static final String KEY = "channelKey";
  private static final String SIGNATURE = "channelSignature";

  /** The service that accepts keys of channels. */
  private static final String WITH_KEYS = "intake";

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
    if (lines(document).anyMatch(OpenApiAccess::acceptsKeys)) {
      document.getComponents().addSecurityScheme(KEY, key());
      document.getComponents().addSecurityScheme(SIGNATURE, signature());
    }
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> complete(method + " " + path, operation)));
  }

  private static SecurityScheme key() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.HEADER)
        .name(KEY_HEADER)
        .description("The key of a channel, for software that has no tokens");
  }

  private static SecurityScheme signature() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.HEADER)
        .name(SIGNATURE_HEADER)
        .description(
            "A signature by the secret of a channel: key=<id>,t=<seconds since 1970>,v1=<hexadecimal>,"
                + " where v1 is HMAC-SHA256 of t, a full stop and the body. Each is accepted once,"
                + " within five minutes");
  }

  private static Stream<Line> lines(OpenAPI document) {
    return document.getPaths().getPathItems().entrySet().stream()
        .flatMap(
            path ->
                path.getValue().getOperations().keySet().stream()
                    .flatMap(method -> lines(method + " " + path.getKey()).stream()));
  }

  private static List<Line> lines(String endpoint) {
    return AccessTable.lines().stream().filter(line -> line.endpoint().equals(endpoint)).toList();
  }

  private static boolean acceptsKeys(Line line) {
    return line.service().equals(WITH_KEYS)
        && (line.role().equals(Role.CHANNEL.code()) || line.role().equals(AccessTable.ANY));
  }

  private static void complete(String endpoint, Operation operation) {
    List<Line> lines = lines(endpoint);
    if (lines.stream().anyMatch(line -> line.role().equals(AccessTable.PUBLIC))) {
      add(operation, "401", "The token is not valid");
    } else {
      add(operation, "401", "No valid token");
      add(operation, "403", "The caller's roles do not allow it. They are: " + who(lines));
      operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
      if (lines.stream().anyMatch(OpenApiAccess::acceptsKeys)) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(KEY));
        operation.addSecurityRequirement(
            OASFactory.createSecurityRequirement().addScheme(SIGNATURE));
      }
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
