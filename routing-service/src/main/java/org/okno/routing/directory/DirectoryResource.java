package org.okno.routing.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.JsonBody;
import org.okno.http.Page;
import org.okno.http.Problem;

/** The directory over HTTP: lists in the order of codes or ids, and the import. */
@Path("/v1/directory")
@Tag(name = "directory")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DirectoryResource {
  private static final int IMPORT_BYTES = 32 * 1024 * 1024;
  private static final int ERRORS_SHOWN = 1_000;

  private final CurrentDirectory current;
  private final ImportDirectory importDirectory;

  public DirectoryResource(CurrentDirectory current, ImportDirectory importDirectory) {
    this.current = current;
    this.importDirectory = importDirectory;
  }

  /** What an import changed, by kind. */
  public record Imported(
      long version, int territories, int terms, int organizations, int services) {}

  @GET
  @Path("agencies")
  @Operation(summary = "Agencies, by id")
  public Response agencies(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @Context UriInfo uri)
      throws SQLException {
    return page(current.fresh().content().organizations(), Organization::id, cursor, limit, uri);
  }

  @GET
  @Path("services")
  @Operation(summary = "Services, by id: what an agency offers, where and for whom")
  public Response services(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @Context UriInfo uri)
      throws SQLException {
    return page(current.fresh().content().services(), Service::id, cursor, limit, uri);
  }

  @GET
  @Path("territories")
  @Operation(summary = "Territories, by code")
  public Response territories(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @Context UriInfo uri)
      throws SQLException {
    return page(current.fresh().content().territories(), Territory::code, cursor, limit, uri);
  }

  @GET
  @Path("terms")
  @Operation(summary = "Terms of the taxonomy, by axis and code")
  public Response terms(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @Context UriInfo uri)
      throws SQLException {
    return page(current.fresh().content().terms(), Term::key, cursor, limit, uri);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Import a document into the directory, whole or not at all",
      description =
          "Entries are new or take the place of the one with their code or id; nothing is removed. A service that is no"
              + " longer offered gets the status inactive, defunct or temporarily closed. Up to 32 MB.")
  public Imported put(InputStream body) throws SQLException {
    JsonNode json = JsonBody.read(body, IMPORT_BYTES, JsonNode.class);
    try {
      DirectoryDocument changed = importDirectory.put(json);
      return new Imported(
          current.snapshot().version(),
          changed.territories().size(),
          changed.terms().size(),
          changed.organizations().size(),
          changed.services().size());
    } catch (WrongDocumentException e) {
      List<Problem.FieldError> errors =
          e.wrong().stream()
              .limit(ERRORS_SHOWN)
              .map(wrong -> new Problem.FieldError(wrong.pointer(), wrong.detail()))
              .toList();
      throw Problem.invalid(errors).asException();
    }
  }

  private static <T> Response page(
      SortedMap<String, T> entries,
      Function<T, String> key,
      @Nullable String cursor,
      @Nullable String limit,
      UriInfo uri) {
    int most = Page.limit(limit);
    String after = Page.place(cursor);
    SortedMap<String, T> rest = after == null ? entries : entries.tailMap(after + "\0");
    List<T> rows = rest.values().stream().limit(most + 1L).toList();
    return Page.of(rows, most, key).asResponse(uri);
  }
}
