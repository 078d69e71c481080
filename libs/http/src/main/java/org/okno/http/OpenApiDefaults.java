package org.okno.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Adds to the OpenAPI document what is the same for every operation of every service. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class OpenApiDefaults implements OASFilter {
  /** Extension of an operation whose errors may have another form than a problem. */
  public static final String OWN_FORM = "x-own-error-form";

  private static final String PROBLEM = "Problem";

  /** What every operation can respond, whatever it does. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "400", "The request is not valid; errors names every wrong field, parameter or header",
          "406", "None of the media types that Accept names",
          "500", "Internal error; the result is unknown",
          "503", "Not available now; the result is unknown, send the same request again later");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getInfo() == null) { // title and version are added later, from the configuration
      document.setInfo(OASFactory.createInfo());
    }
    document.getInfo().setContact(contact());
    document
        .getInfo()
        .setLicense(OASFactory.createLicense().name("Apache 2.0").identifier("Apache-2.0"));
    document.setServers(
        List.of(OASFactory.createServer().url("/").description("The service itself")));
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    document.getComponents().addSchema(PROBLEM, problem());
    document.getComponents().addSchema("FieldError", fieldError());
    example(document, "UUID", "019cad30-059a-7b2f-8036-0ae312051665");
    example(document, "Instant", "2026-03-02T06:15:31.482Z");
    Set<String> tags = new TreeSet<>();
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations().values().forEach(one -> complete(path, one, tags)));
    document.getPaths().getPathItems().forEach((path, item) -> tag(path, item, document));
    describe(document, tags);
  }

  private static org.eclipse.microprofile.openapi.models.info.Contact contact() {
    return OASFactory.createContact().name("Okno").url("https://example.org/okno");
  }

  /** An example for every property of a type. */
  private static void example(OpenAPI document, String type, String example) {
    Schema schema = document.getComponents().getSchemas().get(type);
    if (schema != null) {
      schema.setExamples(List.of(example));
    }
  }

  private static void complete(String path, Operation operation, Set<String> tags) {
    if (operation.getTags() != null) {
      tags.addAll(operation.getTags());
    }
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    Map<String, String> errors = new TreeMap<>(ALWAYS);
    if (path.contains("{")) {
      errors.put("404", "Nothing with this id is here");
    }
    if (operation.getRequestBody() != null) {
      errors.put("413", "The body is too large");
      errors.put("415", "The body is of another media type");
    }
    if (hasIfMatch(operation)) {
      errors.put("412", "Changed meanwhile");
      errors.put("428", "If-Match is missing");
    }
    errors.forEach(
        (status, description) -> {
          APIResponse declared = operation.getResponses().getAPIResponse(status);
          if (declared == null) {
            operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
          } else if ("Bad Request".equals(declared.getDescription())) { // Quarkus' own
            declared.setDescription(description);
          }
        });
    boolean ownForm = operation.hasExtension(OWN_FORM);
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, response) -> complete(status, response, ownForm));
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(parameter -> complete(parameter, operation));
    }
  }

  private static boolean hasIfMatch(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(one -> one.getName().equals("If-Match"));
  }

  /** What is changed with If-Match, and what is read for that, has its ETag in the response. */
  private static void tag(String path, PathItem item, OpenAPI document) {
    for (Operation operation : item.getOperations().values()) {
      if (hasIfMatch(operation)) {
        addTag(operation);
        document.getPaths().getPathItems().entrySet().stream()
            .filter(read -> path.startsWith(read.getKey()) && read.getKey().contains("{"))
            .map(read -> read.getValue().getGET())
            .filter(Objects::nonNull)
            .forEach(OpenApiDefaults::addTag);
      }
    }
  }

  private static void addTag(Operation operation) {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    if (ok != null) {
      ok.addHeader("ETag", header("Version, for If-Match", Schema.SchemaType.STRING));
    }
  }

  /** The parameters that mean the same everywhere. */
  private static void complete(Parameter parameter, Operation operation) {
    switch (parameter.getName()) {
      case "cursor" -> {
        parameter.description("Where the page begins; absent: at the first item");
        APIResponse page = operation.getResponses().getAPIResponse("200");
        if (page != null) {
          page.addHeader(
              "Link", header("Address of the next page, if any", Schema.SchemaType.STRING));
        }
      }
      case "limit" -> {
        parameter.description("Items a page");
        parameter.schema(OASFactory.createSchema().ref("Limit"));
      }
      case "If-Match" -> {
        parameter.description("ETag of the version on which the change is based, or a list, or *");
        parameter.required(true);
        parameter.example("\"1\"");
        parameter.schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
      }
      case "Accept-Language" -> {
        parameter.description("Preferred languages of texts for people");
        parameter.schema(OASFactory.createSchema().ref("Language"));
      }
      case "requestId" -> {
        parameter.description("Id of the request");
        parameter.example("019cad30-059a-7b2f-8036-0ae312051665");
      }
      default -> {}
    }
  }

  /** Every error is a problem, or has the form that the caller's own standard gives it. */
  private static void complete(String status, APIResponse response, boolean ownForm) {
    if (status.startsWith("4") || status.startsWith("5")) {
      response.setContent(
          OASFactory.createContent()
              .addMediaType(
                  Problem.MEDIA_TYPE,
                  OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM))));
      if (ownForm) {
        response.getContent().addMediaType("application/json", ownForm());
      }
    }
    if (status.equals("503")) {
      response.addHeader(
          "Retry-After", header("Seconds after which to retry", Schema.SchemaType.INTEGER));
    }
  }

  private static MediaType ownForm() {
    return OASFactory.createMediaType()
        .schema(OASFactory.createSchema().description("The problem in the caller's own form"));
  }

  private static Header header(String description, Schema.SchemaType type) {
    return OASFactory.createHeader()
        .description(description)
        .schema(OASFactory.createSchema().addType(type));
  }

  private static void describe(OpenAPI document, Set<String> names) {
    List<Tag> tags = new ArrayList<>();
    for (String name : names) {
      tags.add(declared(document, name));
    }
    document.setTags(tags);
  }

  private static Tag declared(OpenAPI document, String name) {
    return document.getTags() == null
        ? OASFactory.createTag().name(name).description(name)
        : document.getTags().stream()
            .filter(tag -> tag.getName().equals(name))
            .findFirst()
            .orElseGet(() -> OASFactory.createTag().name(name).description(name));
  }

  private static Schema problem() {
    Map<String, Schema> properties = new LinkedHashMap<>();
    properties.put("type", text("URI of the kind of problem", "urn:okno:problem:invalid"));
    properties.put("title", text("The kind of problem in words", "The request is not valid"));
    properties.put(
        "status",
        OASFactory.createSchema()
            .addType(Schema.SchemaType.INTEGER)
            .description("The HTTP status")
            .addExample(400));
    properties.put("detail", text("What to do", "Correct the fields named in errors."));
    properties.put(
        "errors",
        OASFactory.createSchema()
            .addType(Schema.SchemaType.ARRAY)
            .description("Every validation error")
            .items(OASFactory.createSchema().ref("FieldError")));
    return object("An error response (RFC 9457)", properties)
        .required(List.of("type", "title", "status", "detail"));
  }

  private static Schema fieldError() {
    Map<String, Schema> properties = new LinkedHashMap<>();
    properties.put(
        "pointer",
        text("JSON pointer into the body, or header:Name, query:name or path", "/applicant/phone"));
    properties.put("detail", text("What is wrong and what is expected", "is missing"));
    return object("One validation error", properties).required(List.of("pointer", "detail"));
  }

  private static Schema object(String description, Map<String, Schema> properties) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description(description)
        .properties(properties);
  }

  private static Schema text(String description, String example) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.STRING)
        .description(description)
        .addExample(example);
  }
}
