package org.okno.cases.notifications;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;

/** What happens to cases, as it comes. */
@Path("/v1/cases/stream")
@Tag(name = "notifications", description = "Who is told what happened to cases")
@RunOnVirtualThread
public class StreamResource {
  /** A client that takes nothing for so long has left. */
  private static final Duration SLOWEST = Duration.ofSeconds(10);

  private static final int RETRY_AFTER_SECONDS = 10;

  private final NotificationStream stream;
  private final CurrentCaller current;
  private final Semaphore clients;

  StreamResource(NotificationStream stream, CurrentCaller current, NotificationSettings settings) {
    this.stream = stream;
    this.current = current;
    this.clients = new Semaphore(settings.maxStreams());
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "streamCases",
      summary = "What happens to the caller's cases, as server-sent events",
      description =
          "Each event has an id: with it as Last-Event-ID the stream begins behind it, otherwise with"
              + " what comes now. It ends after five minutes, as a token does; browsers connect again"
              + " by themselves. An event says what happened to which case and no more.")
  @APIResponse(
      responseCode = "200",
      description = "Events whose data is JSON: type, timestamp, and in data requestId and needId",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "429", description = "Too many clients read the stream")
  public void stream(
      @Parameter(
              description = "Id of the last event that the client has",
              example = "1042",
              schema = @Schema(type = SchemaType.STRING))
          @HeaderParam("Last-Event-ID")
          @Nullable String lastEventId,
      @Context SseEventSink sink,
      @Context Sse sse)
      throws InterruptedException {
    Rows permitted = current.rows();
    long after = lastEventId == null ? stream.head() : position(lastEventId);
    if (!clients.tryAcquire()) {
      throw Problem.of(
              429, "too-many-streams", "Too many clients read the stream", "Come again later.")
          .retryAfter(RETRY_AFTER_SECONDS)
          .asException();
    }
    try (sink) {
      stream.follow(after, permitted, new SinkClient(sink, sse));
    } finally {
      clients.release();
    }
  }

  private static long position(String lastEventId) {
    try {
      long position = Long.parseLong(lastEventId);
      if (position >= 0) {
        return position;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw Problem.invalid("header:Last-Event-ID", "expected the id of an event of this stream")
        .asException();
  }

  private record SinkClient(SseEventSink sink, Sse sse) implements NotificationStream.Client {
    @Override
    public boolean send(NotificationRow row) {
      return send(
          sse.newEventBuilder()
              .id(String.valueOf(row.position()))
              .name(row.type())
              .data(String.class, NotificationMessage.of(row).json())
              .build());
    }

    @Override
    public boolean beat() {
      return send(sse.newEventBuilder().comment("okno").build());
    }

    private boolean send(OutboundSseEvent event) {
      if (sink.isClosed()) {
        return false;
      }
      try {
        sink.send(event).toCompletableFuture().get(SLOWEST.toMillis(), TimeUnit.MILLISECONDS);
        return true;
      } catch (ExecutionException | TimeoutException | IllegalStateException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
