package org.okno.analytics.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AnalyticsEvent.DailySummaryRevised;
import org.okno.http.Page;
import org.okno.http.Problem;

/** The daily summary over HTTP. */
@Path("/v1/daily-summaries")
@RunOnVirtualThread
public class DailySummariesResource {
  private static final MediaType CSV = new MediaType("text", "csv", "utf-8");

  private final DailySummaries summaries;
  private final Totals totals;
  private final Clock clock;

  DailySummariesResource(DailySummaries summaries, Totals totals, Clock clock) {
    this.summaries = summaries;
    this.totals = totals;
    this.clock = clock;
  }

  /**
   * Rows of a range of days, in the order of day, territory, agency, channel, need. As JSON, a page
   * and a link to the next; as CSV, all of them.
   */
  @GET
  @Produces({MediaType.APPLICATION_JSON, "text/csv"})
  @Operation(summary = "Rows of the daily summary, as JSON by pages or as CSV at once")
  @Parameter(name = "from", description = "First day; 31 days by default", example = "2026-08-01")
  @Parameter(name = "to", description = "Last day; today by default", example = "2026-08-31")
  @Parameter(name = "agency", description = "Directory id; - for what no agency has yet")
  @Parameter(name = "format", description = "json or csv; by default what Accept prefers")
  public Response rows(@Context UriInfo uri, @Context HttpHeaders headers) throws SQLException {
    var parameters = uri.getQueryParameters();
    if (isCsv(parameters.getFirst("format"), headers)) {
      return csv(SummaryQuery.of(parameters, Set.of("format"), clock));
    }
    SummaryQuery query = SummaryQuery.of(parameters, Set.of("cursor", "limit", "format"), clock);
    Place place = Place.of(parameters.getFirst("cursor"));
    List<DailySummaryRevised> rows = summaries.after(place, query, query.limit() + 1);
    Response page = Page.of(rows, query.limit(), row -> Place.of(row).text()).asResponse(uri);
    return Response.fromResponse(page)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header("Vary", "Accept")
        .build();
  }

  private Response csv(SummaryQuery query) throws SQLException {
    return Response.ok(CsvExport.begin(summaries, query), CSV)
        .header("Content-Disposition", "attachment; filename=\"daily-summary.csv\"")
        .header("Vary", "Accept")
        .build();
  }

  /**
   * Counts summed over a range of days, by day or by a code; stocks as {@link Total} says.
   *
   * <p>By day there is an item for each day that has a row.
   */
  @GET
  @Path("/totals")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Totals by day, territory, agency, channel or need",
      description =
          "Counts are sums over the range. inTriage and openAtEnd are stocks: as of the end of the day, or of the "
              + "range's last day, each series with its latest row at or before it.")
  @Parameter(name = "by", description = "day (default), territory, agency, channel or need")
  @Parameter(name = "from", description = "First day; 31 days by default", example = "2026-08-01")
  @Parameter(name = "to", description = "Last day; today by default", example = "2026-08-31")
  public Page.Items<Total> totals(@Context UriInfo uri) throws SQLException {
    var parameters = uri.getQueryParameters();
    SummaryQuery query = SummaryQuery.of(parameters, Set.of("by"), clock);
    return new Page.Items<>(totals.by(By.of(parameters.getFirst("by")), query));
  }

  private static boolean isCsv(@Nullable String format, HttpHeaders headers) {
    if (format == null || format.isEmpty()) {
      MediaType best = headers.getAcceptableMediaTypes().getFirst();
      return !best.isWildcardType() && best.isCompatible(new MediaType("text", "csv"));
    }
    return switch (format) {
      case "json" -> false;
      case "csv" -> true;
      default ->
          throw Problem.invalid(
                  List.of(new Problem.FieldError("query:format", "expected json or csv")))
              .asException();
    };
  }
}
