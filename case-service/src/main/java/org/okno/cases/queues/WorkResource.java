package org.okno.cases.queues;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.cases.queues.QueueRepository.Position;
import org.okno.http.Cursor;
import org.okno.http.Language;
import org.okno.http.Limit;
import org.okno.http.Page;
import org.okno.identity.CurrentCaller;

/** What a specialist has to do, or can take. */
@Path("/v1/work")
@Tag(name = "work", description = "What a specialist has to do")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WorkResource {
  private final WorkRepository repository;
  private final Clock clock;
  private final CurrentCaller current;

  WorkResource(WorkRepository repository, Clock clock, CurrentCaller current) {
    this.repository = repository;
    this.clock = clock;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "listWork",
      summary = "The open needs of the caller, or those of the agency that nobody claimed",
      description = "Due first. The header Link has the address of the next page.")
  public Page<QueueItem> list(
      @Parameter(
              description =
                  "mine: for which the caller is responsible; unclaimed: of the caller's agency, for"
                      + " which nobody is",
              example = "mine",
              schema =
                  @Schema(
                      implementation = String.class,
                      enumeration = {"mine", "unclaimed"},
                      defaultValue = "mine"))
          @QueryParam("of")
          @DefaultValue("mine")
          WorkOf of,
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language) {
    Instant now = clock.instant();
    List<QueueItem> items =
        repository.page(of, agency(), subject(), Position.of(cursor), limit.rowsToRead()).stream()
            .map(row -> QueueItem.of(row, now, current.rows(), language.locale()))
            .toList();
    return Page.of(items, limit, QueueItem::cursor);
  }

  @GET
  @Path("/counts")
  @Operation(
      operationId = "countWork",
      summary = "How much is open for the caller, and in the agency for nobody",
      description = "Counts what GET /v1/work lists.")
  public WorkCounts counts() {
    return repository.counts(agency(), subject(), clock.instant());
  }

  private String subject() {
    return current.caller().subject();
  }

  private String agency() {
    return requireNonNull(current.caller().agency(), "the access table requires an agency");
  }
}
