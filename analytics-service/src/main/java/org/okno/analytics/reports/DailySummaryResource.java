package org.okno.analytics.reports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.Cursor;
import org.okno.http.Limit;
import org.okno.http.Page;
import org.okno.http.Problem;
import org.okno.identity.CurrentCaller;

/** The daily summary over HTTP. */
@Path("/v1/daily-summaries")
@Tag(name = "daily-summaries", description = "Counts by day, territory, agency, channel and need")
@RunOnVirtualThread
public class DailySummaryResource {
  private static final String TEXT_CSV = "text/csv";
  private static final MediaType CSV = new MediaType("text", "csv", "utf-8");

  private final DailySummaryRepository repository;
  private final TotalsRepository totals;
  private final Clock clock;
  private final CurrentCaller current;

  DailySummaryResource(
      DailySummaryRepository repository,
      TotalsRepository totals,
      Clock clock,
      CurrentCaller current) {
    this.repository = repository;
    this.totals = totals;
    this.clock = clock;
    this.current = current;
  }

  /** The media types by their short names. */
  public enum Format {
    JSON,
    CSV
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, TEXT_CSV})
  @Operation(
      operationId = "listDailySummaries",
      summary = "Rows of the daily summary, as JSON by pages or as CSV at once",
      description =
          "Ordered by day, territory, agency, channel, need. CSV has all rows of the range and takes"
              + " neither cursor nor limit; its file name states the range, and a text that a"
              + " spreadsheet would run as a formula begins with an apostrophe. Without from and to"
              + " the range is the last 31 days; from and to of the response state it. Counts from 1 to 4 are"
              + " absent, in CSV <5, for analysts and administrators who are no statisticians, and so are"
              + " revision and revisedAt. requests and received count on the day of the request, routed on the day of the decision,"
              + " accepted, resolved and declined on the day of the agency's step: so one row need"
              + " not balance, and all days together do (docs/data-dictionary.md).")
  @APIResponse(
      responseCode = "200",
      description = "The rows",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema =
                @Schema(
                    type = SchemaType.OBJECT,
                    requiredProperties = {"from", "to", "items"},
                    properties = {
                      @SchemaProperty(
                          name = "from",
                          description = "First day; by default 31 days up to the last one",
                          implementation = LocalDate.class),
                      @SchemaProperty(
                          name = "to",
                          description =
                              "Last day; by default the latest that has begun anywhere on earth",
                          implementation = LocalDate.class),
                      @SchemaProperty(
                          name = "items",
                          type = SchemaType.ARRAY,
                          description = "The items of this page",
                          implementation = DailySummary.class)
                    })),
        @Content(mediaType = TEXT_CSV, schema = @Schema(type = SchemaType.STRING))
      })
  public Response list(
      @BeanParam SummaryQuery requested,
      @Parameter(
              description = "By default what Accept prefers",
              example = "csv",
              schema =
                  @Schema(
                      implementation = String.class,
                      enumeration = {"json", "csv"}))
          @QueryParam("format")
          @Nullable Format format,
      @QueryParam("cursor") @Nullable Cursor cursor,
      @QueryParam("limit") @Nullable Limit limit,
      @Context HttpHeaders headers,
      @Context UriInfo address) {
    SummaryQuery query = requested.withDays(clock);
    if (format == Format.CSV || format == null && prefersCsv(headers)) {
      return csv(query, cursor, limit);
    }
    Limit most = limit == null ? Limit.fromString(Limit.DEFAULT) : limit;
    List<DailySummaryRow> rows = repository.page(cursor, query, current.rows(), most.rowsToRead());
    Page<DailySummaryRow> page = Page.of(rows, most, CsvExport::behind);
    return Response.ok(
            SummaryPage.of(
                query, page.items().stream().map(shown()).map(DailySummary::of).toList()),
            MediaType.APPLICATION_JSON_TYPE)
        .header("Vary", "Accept")
        .header("Link", link(address, query, page.next()))
        .build();
  }

  /** Names the days, so that the next page is of the same ones, also after midnight. */
  private static @Nullable String link(UriInfo address, SummaryQuery query, @Nullable Cursor next) {
    return next == null
        ? null
        : "<%s>; rel=\"next\""
            .formatted(
                address
                    .getRequestUriBuilder()
                    .replaceQueryParam("from", query.from())
                    .replaceQueryParam("to", query.to())
                    .replaceQueryParam("cursor", next)
                    .build());
  }

  private Response csv(SummaryQuery query, @Nullable Cursor cursor, @Nullable Limit limit) {
    if (cursor != null || limit != null) {
      throw Problem.invalid(
              cursor == null ? "query:limit" : "query:cursor", "CSV has all rows at once")
          .asException();
    }
    return Response.ok(CsvExport.begin(repository, query, current.rows(), shown()), CSV)
        .header(
            "Content-Disposition",
            "attachment; filename=\"daily-summary-%s-to-%s.csv\""
                .formatted(query.from(), query.to()))
        .header("Vary", "Accept")
        .build();
  }

  private UnaryOperator<DailySummaryRow> shown() {
    return SmallCounts.areShownTo(current)
        ? UnaryOperator.identity()
        : DailySummaryRow::withoutSmallCounts;
  }

  private static boolean prefersCsv(HttpHeaders headers) {
    MediaType best = headers.getAcceptableMediaTypes().getFirst();
    return !best.isWildcardType() && best.isCompatible(CSV);
  }

  @GET
  @Path("/totals")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sumDailySummaries",
      summary = "Totals by day, territory, agency, channel or need",
      description =
          "Counts are sums over the range. inTriage and openAtEnd are stocks: as of the end of the"
              + " day, or of the range's last day, each series with its latest row at or before it."
              + " By day there is an item for each day that has a row. Without from and to the range"
              + " is the last 31 days; from and to of the response state it. requests and received"
              + " count on the day of the request, routed on the day of the decision, accepted,"
              + " resolved and declined on the day of the agency's step. Whatever it is summed by,"
              + " the items add up to the same numbers.")
  public SummaryPage<Total> totals(
      @BeanParam SummaryQuery requested,
      @Parameter(
              description = "What to sum by",
              example = "agency",
              schema =
                  @Schema(
                      implementation = String.class,
                      defaultValue = "day",
                      enumeration = {"day", "territory", "agency", "channel", "need"}))
          @QueryParam("by")
          @DefaultValue("day")
          TotalsBy by) {
    SummaryQuery query = requested.withDays(clock);
    UnaryOperator<Total> shown =
        SmallCounts.areShownTo(current) ? UnaryOperator.identity() : Total::withoutSmallCounts;
    return SummaryPage.of(
        query, totals.sum(by, query, current.rows()).stream().map(shown).toList());
  }
}
