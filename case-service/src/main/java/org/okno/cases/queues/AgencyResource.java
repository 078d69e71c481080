package org.okno.cases.queues;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.okno.cases.queues.QueueRepository.Filter;
import org.okno.cases.queues.QueueRepository.Position;
import org.okno.contracts.NeedStatus;
import org.okno.http.Cursor;
import org.okno.http.Language;
import org.okno.http.Limit;
import org.okno.http.Page;
import org.okno.http.Problem;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;

/** Agencies and what each of them has to do. */
@Path("/v1/agencies")
@Tag(name = "agencies", description = "Agencies and their queues")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AgencyResource {
  private final QueueRepository repository;
  private final Clock clock;
  private final CurrentCaller current;

  AgencyResource(QueueRepository repository, Clock clock, CurrentCaller current) {
    this.repository = repository;
    this.clock = clock;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "listAgencies",
      summary = "The agencies that have needs, with how many they have by status",
      description = "By id. The counts agree with the queues.")
  public Page<AgencyLoad> list() {
    return Page.whole(repository.loads(current.rows(), clock.instant()));
  }

  @GET
  @Path("/{agency}/cases")
  @Operation(
      operationId = "listQueue",
      summary = "The needs of one agency with their cases, due first",
      description =
          "One item a need: a case with two needs of the agency is there twice. The header Link has"
              + " the address of the next page.")
  public Page<QueueItem> queue(
      @Parameter(description = "Id of the agency", example = "food-bank") @PathParam("agency")
          String agency,
      @Parameter(
              description = "Only needs with this status",
              example = "assigned",
              schema =
                  @Schema(
                      implementation = String.class,
                      enumeration = {
                        "assigned",
                        "accepted",
                        "in-progress",
                        "waiting-for-applicant",
                        "resolved",
                        "declined",
                        "returned"
                      }))
          @QueryParam("status")
          @Nullable NeedStatus status,
      @Parameter(
              description = "Only needs of this kind. Codes: GET /v1/directory/terms of routing",
              example = "food")
          @QueryParam("need")
          @Nullable String need,
      @Parameter(
              description = "true: due before now and not settled; false: all others",
              example = "true")
          @QueryParam("overdue")
          @Nullable Boolean overdue,
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language) {
    Instant now = clock.instant();
    Rows permitted = current.rows();
    if (permitted instanceof Rows.OfAgency(String own) && !own.equals(agency)) {
      throw Problem.notFound("There is no such agency.").asException();
    }
    List<QueueItem> items =
        repository
            .page(
                agency,
                new Filter(status, need, overdue),
                permitted,
                Position.of(cursor),
                now,
                limit.rowsToRead())
            .stream()
            .map(row -> QueueItem.of(row, now, permitted, language.locale()))
            .toList();
    return Page.of(items, limit, QueueItem::cursor);
  }
}
