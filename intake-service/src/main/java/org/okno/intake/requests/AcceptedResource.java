package org.okno.intake.requests;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.Page;
import org.okno.http.Problem;
import org.okno.messaging.audit.PublishAgain;

/** What was accepted, to be compared with what was counted at the other end of the flow. */
@Path("/v1/accepted")
@Tag(name = "requests", description = "Requests for help")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AcceptedResource {
  private static final int MAX_DAYS = 31;

  private final AcceptedRepository repository;
  private final PublishAgain publishAgain;

  AcceptedResource(AcceptedRepository repository, PublishAgain publishAgain) {
    this.repository = repository;
    this.publishAgain = publishAgain;
  }

  @GET
  @Operation(
      operationId = "countAccepted",
      summary = "Count what was accepted, by day and channel",
      description = "From the table of requests, whatever became of them later. At most 31 days.")
  public Page<AcceptedCount> counts(
      @Parameter(description = "First day", required = true, example = "2026-03-01")
          @QueryParam("from")
          @Nullable LocalDate from,
      @Parameter(description = "Last day", required = true, example = "2026-03-02")
          @QueryParam("to")
          @Nullable LocalDate to) {
    LocalDate first = required("from", from);
    LocalDate last = required("to", to);
    if (first.isAfter(last) || first.plusDays(MAX_DAYS).isBefore(last)) {
      throw Problem.invalid("query:to", "expected a day at most 31 days after 'from'")
          .asException();
    }
    return Page.whole(repository.counts(first, last));
  }

  @POST
  @Path("/publication")
  @Operation(
      operationId = "publishAccepted",
      summary = "Publish the requests of a day and channel again",
      description =
          "With the same event ids: whoever has handled a request ignores it, whoever missed it"
              + " handles it now. Responds when the broker has all of them.")
  public PublishedAgain publish(
      @Parameter(description = "Day of the requests", required = true, example = "2026-03-02")
          @QueryParam("day")
          @Nullable LocalDate day,
      @Parameter(
              description = "Code of the channel: GET /v1/channels",
              required = true,
              example = "hotline")
          @QueryParam("channel")
          @Nullable String channel) {
    List<UUID> requests = repository.requests(required("day", day), required("channel", channel));
    publishAgain.events(repository.eventsOf(requests));
    return new PublishedAgain(requests.size());
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw Problem.invalid("query:" + name, "required").asException();
    }
    return value;
  }
}
