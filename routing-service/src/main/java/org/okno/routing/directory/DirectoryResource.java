package org.okno.routing.directory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.Cursor;
import org.okno.http.JsonBody;
import org.okno.http.Limit;
import org.okno.http.Page;
import org.okno.identity.CurrentCaller;
import org.okno.routing.directory.ImportDirectory.Imported;

/** The directory over HTTP: lists in the order of codes or ids, and the import. */
@Path("/v1/directory")
@Tag(name = "directory", description = "Agencies, what they offer, where and for whom")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DirectoryResource {
  private final CurrentDirectory current;
  private final ImportDirectory importDirectory;
  private final CurrentCaller caller;

  DirectoryResource(
      CurrentDirectory current, ImportDirectory importDirectory, CurrentCaller caller) {
    this.current = current;
    this.importDirectory = importDirectory;
    this.caller = caller;
  }

  @GET
  @Path("agencies")
  @Operation(
      operationId = "listAgencies",
      summary = "Agencies, by id",
      description = "Every agency of the directory, in the order of ids.")
  public Page<Organization> agencies(
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
    return page(current.fresh().content().organizations(), Organization::id, cursor, limit);
  }

  @GET
  @Path("services")
  @Operation(
      operationId = "listServices",
      summary = "Services, by id",
      description = "What each agency offers, where and for whom, in the order of ids.")
  public Page<Service> services(
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
    return page(current.fresh().content().services(), Service::id, cursor, limit);
  }

  @GET
  @Path("territories")
  @Operation(
      operationId = "listTerritories",
      summary = "Territories, by code",
      description = "The territory tree, each node with the code of its parent.")
  public Page<Territory> territories(
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
    return page(current.fresh().content().territories(), Territory::code, cursor, limit);
  }

  @GET
  @Path("terms")
  @Operation(
      operationId = "listTerms",
      summary = "Terms of the taxonomy, by axis and code",
      description = "Codes of needs, life situations and target groups, with their names.")
  public Page<Term> terms(
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
    return page(current.fresh().content().terms(), Term::key, cursor, limit);
  }

  @GET
  @Path("deadlines")
  @Operation(
      operationId = "listDeadlines",
      summary = "How much time agencies have, by id",
      description =
          "Rules by need, urgency and target group. Of those that apply the most specific holds:"
              + " urgency weighs more than the need, and the need more than the group.")
  public Page<DeadlineRule> deadlines(
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
    return page(current.fresh().content().deadlines(), DeadlineRule::id, cursor, limit);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importDirectory",
      summary = "Import a document into the directory, whole or not at all",
      description =
          "Entries are new or replace the one with their code or id; nothing is removed. A service"
              + " that is no longer offered gets the status inactive, defunct or temporarily"
              + " closed. Up to 32 MB.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DirectoryDocument.class)))
  public Imported put(InputStream body) {
    Imported imported =
        importDirectory.put(
            JsonBody.read(body, ImportDirectory.MAX_BYTES, DirectoryDocument.class),
            caller.actor());
    current.fresh();
    return imported;
  }

  private static <T> Page<T> page(
      SortedMap<String, T> entries, Function<T, String> key, @Nullable Cursor cursor, Limit limit) {
    SortedMap<String, T> rest =
        cursor == null ? entries : entries.tailMap(cursor.part(0, String::toString) + "\0");
    List<T> rows = rest.values().stream().limit(limit.rowsToRead()).toList();
    return Page.of(rows, limit, entry -> Cursor.behind(key.apply(entry)));
  }
}
