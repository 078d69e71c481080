package org.okno.intake.open311;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.okno.http.Language;
import org.okno.http.Problem;
import org.okno.identity.OpenApiAccess;
import org.okno.intake.channels.ChannelLimits;
import org.okno.intake.channels.CheckChannelKey;
import org.okno.intake.channels.CheckChannelKey.ValidKey;
import org.okno.intake.directory.CurrentDirectory;
import org.okno.intake.directory.Directory;
import org.okno.intake.directory.Directory.Axis;
import org.okno.intake.open311.ServiceRequestRepository.RequestRow;
import org.okno.intake.tracking.TrackingNumber;
import org.okno.intake.tracking.WrongNumbers;

/**
 * GeoReport v2. It describes itself by discovery and definitions, in its own way; so it is not in
 * the OpenAPI document. The access table lets everybody in, because a key is a field of the form
 * here: each method that needs one checks it before anything else.
 */
@Path("/open311")
@RunOnVirtualThread
public class Open311Resource {
  private static final String ENDPOINT = "/v2";
  private static final String KEY = "api_key";
  private static final String JURISDICTION = "jurisdiction_id";
  private static final int MAX_UPDATES = 1_000;
  private static final Set<String> FORMATS = Set.of("xml", "json");

  private final CurrentDirectory directory;
  private final CheckChannelKey checkKey;
  private final ServiceRequests requests;
  private final ServiceRequestRepository repository;
  private final ChannelLimits limits;
  private final WrongNumbers wrongNumbers;
  private final Open311Settings settings;
  private final Clock clock;

  Open311Resource(
      CurrentDirectory directory,
      CheckChannelKey checkKey,
      ServiceRequests requests,
      ServiceRequestRepository repository,
      ChannelLimits limits,
      WrongNumbers wrongNumbers,
      Open311Settings settings,
      Clock clock) {
    this.directory = directory;
    this.checkKey = checkKey;
    this.requests = requests;
    this.repository = repository;
    this.limits = limits;
    this.wrongNumbers = wrongNumbers;
    this.settings = settings;
    this.clock = clock;
  }

  @GET
  @Path("/discovery.{format}")
  @Operation(hidden = true)
  public Response discovery(@PathParam("format") String format, @Context UriInfo uri) {
    String base = settings.url().orElseGet(() -> uri.getBaseUri().toString());
    String url = base.replaceFirst("/+$", "") + "/open311" + ENDPOINT + "/";
    return format(format).response(200, "discovery", GeoReport.discovery(settings, url));
  }

  @GET
  @Path(ENDPOINT + "/services.{format}")
  @Operation(hidden = true)
  public Response services(
      @PathParam("format") String format,
      @QueryParam(JURISDICTION) @Nullable String jurisdiction,
      @QueryParam(KEY) @Nullable String key,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language) {
    Format written = format(format);
    checkJurisdiction(jurisdiction);
    return written.response(200, "services", report(language).services());
  }

  @GET
  @Path(ENDPOINT + "/services/{file}")
  @Operation(hidden = true)
  public Response definition(
      @PathParam("file") String file,
      @QueryParam(JURISDICTION) @Nullable String jurisdiction,
      @QueryParam(KEY) @Nullable String key,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language) {
    File service = File.of(file);
    checkJurisdiction(jurisdiction);
    if (!directory.getRecent().hasTerm(Axis.NEED, service.name)) {
      throw Problem.notFound("There is no service with this service_code.").asException();
    }
    return service.format.response(
        200, "service_definition", report(language).definition(service.name));
  }

  @POST
  @Path(ENDPOINT + "/requests.{format}")
  @Consumes(MediaType.WILDCARD)
  @Operation(hidden = true)
  public Response create(
      @PathParam("format") String format,
      @QueryParam(JURISDICTION) @Nullable String jurisdiction,
      @QueryParam(KEY) @Nullable String query,
      @HeaderParam(OpenApiAccess.KEY_HEADER) @Nullable String header,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language,
      InputStream body) {
    Format written = format(format);
    String outside = header == null ? query : header;
    Optional<ValidKey> known = Optional.ofNullable(outside).map(this::requireKey);
    ServiceRequestForm form = ServiceRequestForm.read(contentType, body);
    ValidKey key = known.orElseGet(() -> requireKey(form.field(KEY)));
    limits.count(ServiceRequests.CHANNEL);
    String named = form.field(JURISDICTION);
    checkJurisdiction(named == null ? jurisdiction : named);
    Directory current = directory.getRecent();
    String number = requests.accept(form, idempotencyKey, key, current, language.locale());
    return written.response(201, "service_requests", report(language).created(number));
  }

  @GET
  @Path(ENDPOINT + "/requests.{format}")
  @Operation(hidden = true)
  public Response list(
      @PathParam("format") String format,
      @QueryParam(JURISDICTION) @Nullable String jurisdiction,
      @QueryParam(KEY) @Nullable String key,
      @HeaderParam(OpenApiAccess.KEY_HEADER) @Nullable String header,
      @QueryParam("service_request_id") @Nullable String numbers,
      @QueryParam("service_code") @Nullable String services,
      @QueryParam("start_date") @Nullable String startDate,
      @QueryParam("end_date") @Nullable String endDate,
      @QueryParam("status") @Nullable String status,
      @QueryParam("page") @Nullable String page,
      @QueryParam("page_size") @Nullable String pageSize,
      @QueryParam("extensions") @Nullable String extensions,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language) {
    Format written = format(format);
    requireKey(header == null ? key : header);
    checkJurisdiction(jurisdiction);
    ServiceRequestQuery query =
        ServiceRequestQuery.of(
            numbers, services, startDate, endDate, status, page, pageSize, clock.instant());
    return written.response(
        200, "service_requests", report(language).requests(repository.list(query)));
  }

  @GET
  @Path(ENDPOINT + "/requests/{file}")
  @Operation(hidden = true)
  public Response find(
      @PathParam("file") String file,
      @QueryParam(JURISDICTION) @Nullable String jurisdiction,
      @QueryParam(KEY) @Nullable String key,
      @QueryParam("extensions") @Nullable String extensions,
      @Context HttpServerRequest client,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language) {
    File request = File.of(file);
    checkJurisdiction(jurisdiction);
    return request.format.response(
        200, "service_requests", report(language).requests(List.of(row(request.name, client))));
  }

  @GET
  @Path(ENDPOINT + "/tokens/{file}")
  @Operation(hidden = true)
  public Response token(
      @PathParam("file") String file,
      @QueryParam(JURISDICTION) @Nullable String jurisdiction,
      @QueryParam(KEY) @Nullable String key,
      @Context HttpServerRequest client) {
    File token = File.of(file);
    checkJurisdiction(jurisdiction);
    return token.format.response(
        200, "service_requests", GeoReport.token(row(token.name, client).trackingNumber()));
  }

  @GET
  @Path(ENDPOINT + "/servicerequestupdates.{format}")
  @Operation(hidden = true)
  public Response updates(
      @PathParam("format") String format,
      @QueryParam(JURISDICTION) @Nullable String jurisdiction,
      @QueryParam(KEY) @Nullable String key,
      @HeaderParam(OpenApiAccess.KEY_HEADER) @Nullable String header,
      @QueryParam("start_date") @Nullable String startDate,
      @QueryParam("end_date") @Nullable String endDate,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue(Language.DEFAULT) Language language) {
    Format written = format(format);
    requireKey(header == null ? key : header);
    checkJurisdiction(jurisdiction);
    ServiceRequestQuery period =
        ServiceRequestQuery.of(null, null, startDate, endDate, null, null, null, clock.instant());
    return written.response(
        200,
        "service_request_updates",
        report(language).updates(repository.updates(period.from(), period.to(), MAX_UPDATES)));
  }

  private RequestRow row(String number, HttpServerRequest client) {
    return wrongNumbers.requireKnown(
        client, () -> TrackingNumber.parse(number).flatMap(repository::find));
  }

  private GeoReport report(Language language) {
    Locale locale = language.locale();
    return new GeoReport(directory.getRecent(), locale);
  }

  private ValidKey requireKey(@Nullable String text) {
    return Optional.ofNullable(text)
        .flatMap(checkKey::check)
        .filter(key -> key.channel().equals(ServiceRequests.CHANNEL))
        .orElseThrow(
            () ->
                Problem.of(
                        403,
                        "no-key",
                        "The api_key is missing or not valid",
                        "Send a valid key of the channel open311 as api_key.")
                    .asException());
  }

  private void checkJurisdiction(@Nullable String given) {
    if (given != null && settings.jurisdiction().filter(own -> !own.equals(given)).isPresent()) {
      throw Problem.notFound("There is no such jurisdiction here.").asException();
    }
  }

  private static Format format(String suffix) {
    if (!FORMATS.contains(suffix)) {
      throw unknownFormat();
    }
    return suffix.equals("json") ? Format.JSON : Format.XML;
  }

  private static RuntimeException unknownFormat() {
    return Problem.notFound("The path ends with .xml or .json.").asException();
  }

  /** The last part of a path: a name and the suffix of its format. */
  private record File(String name, Format format) {
    static File of(String file) {
      int dot = file.lastIndexOf('.');
      if (dot < 1) {
        throw unknownFormat();
      }
      return new File(file.substring(0, dot), Open311Resource.format(file.substring(dot + 1)));
    }
  }
}
