package org.okno.cases.queues;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.cases.queues.EscalationRepository.Position;
import org.okno.http.Cursor;
import org.okno.http.Limit;
import org.okno.http.Page;
import org.okno.identity.CurrentCaller;

/** What is late, for those who are told of it. */
@Path("/v1/escalations")
@Tag(name = "escalations", description = "Needs whose deadlines passed")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class EscalationResource {
  private final EscalationRepository repository;
  private final CurrentCaller current;

  EscalationResource(EscalationRepository repository, CurrentCaller current) {
    this.repository = repository;
    this.current = current;
  }

  /** Levels as the query names them. */
  public enum Level {
    HEAD_OF_AGENCY,
    LEVEL_ABOVE,
    DUTY_OFFICER;

    int number() {
      return ordinal() + 1;
    }
  }

  @GET
  @Operation(
      operationId = "listEscalations",
      summary = "Needs that are late and were escalated, longest overdue first",
      description =
          "One item a deadline that passed. A need leaves the list when what its deadline is for is"
              + " done. The header Link has the address of the next page.")
  public Page<Escalation> list(
      @Parameter(
              description = "Only those that came up to this level, or higher",
              example = "duty-officer",
              schema =
                  @Schema(
                      implementation = String.class,
                      enumeration = {"head-of-agency", "level-above", "duty-officer"}))
          @QueryParam("level")
          @Nullable Level level,
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
    Position behind =
        cursor == null
            ? Position.START
            : new Position(
                cursor.instant(0),
                cursor.part(1, UUID::fromString),
                cursor.part(2, String::toString));
    List<Escalation> items =
        repository
            .page(level == null ? 1 : level.number(), current.rows(), behind, limit.rowsToRead())
            .stream()
            .map(Escalation::of)
            .toList();
    return Page.of(
        items, limit, item -> Cursor.behind(item.dueAt(), item.needId(), item.deadline()));
  }
}
