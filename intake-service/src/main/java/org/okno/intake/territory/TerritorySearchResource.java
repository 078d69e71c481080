package org.okno.intake.territory;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.okno.http.JsonBody;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.intake.directory.CurrentDirectory;
import org.okno.intake.territory.ImportTerritoryData.Imported;

/** From a point or an address to the territory, and the lists by which it is found. */
@Path("/v1")
@Tag(name = "territories", description = "Which territory a point or an address lies in")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TerritorySearchResource {
  private static final String CSV = "text/csv";
  private static final int SEARCH_BYTES = 16 * 1024;
  private static final int LIST_BYTES = 16 << 20;
  private static final int MAX_ADDRESS = 500;

  private final CurrentTerritories territories;
  private final ImportTerritoryData importData;
  private final CurrentDirectory directory;

  TerritorySearchResource(
      CurrentTerritories territories, ImportTerritoryData importData, CurrentDirectory directory) {
    this.territories = territories;
    this.importData = importData;
    this.directory = directory;
  }

  /** A place. */
  @Schema(name = "TerritorySearch", description = "A point, an address, or both")
  record Search(
      @Schema(description = "Latitude in degrees, WGS 84", examples = "54.31") @Nullable Double lat,
      @Schema(description = "Longitude in degrees, WGS 84", examples = "48.39")
          @Nullable Double lon,
      @Schema(
              description = "An address as somebody wrote or said it",
              maxLength = MAX_ADDRESS,
              examples = "ул. Примерная, д. 1")
          @Nullable String address) {

    // A place is where somebody lives.
    @Override
    public String toString() {
      return "Search";
    }
  }

  @POST
  @Path("/territories/search")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "searchTerritories",
      summary = "Find the territory of a point or an address",
      description =
          "Several candidates where it is not clear: a street may run through two districts, a"
              + " point may be near a border. A POST, so that no address stands in a log of"
              + " requests; nothing is stored.")
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Search.class)))
  public FoundTerritories search(InputStream body) {
    Search place = JsonBody.read(body, SEARCH_BYTES, Search.class);
    List<FieldError> errors = errors(place);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
    GeoPoint point =
        place.lat == null || place.lon == null ? null : new GeoPoint(place.lat, place.lon);
    return FoundTerritories.of(territories.get().find(point, place.address), directory.get());
  }

  private static List<FieldError> errors(Search place) {
    List<FieldError> errors = new ArrayList<>();
    if (place.lat == null && place.lon == null && place.address == null) {
      errors.add(new FieldError("", "expected lat and lon, or address, or all three"));
    }
    if ((place.lat == null) != (place.lon == null)) {
      errors.add(
          new FieldError(place.lat == null ? "/lat" : "/lon", "lat and lon belong together"));
    }
    if (place.lat != null && !GeoPoint.isLatitude(place.lat)) {
      errors.add(new FieldError("/lat", "expected degrees, -90 to 90"));
    }
    if (place.lon != null && !GeoPoint.isLongitude(place.lon)) {
      errors.add(new FieldError("/lon", "expected degrees, -180 to 180"));
    }
    if (place.address != null && place.address.length() > MAX_ADDRESS) {
      errors.add(new FieldError("/address", "is longer than " + MAX_ADDRESS + " characters"));
    }
    return errors;
  }

  @PUT
  @Path("/territories/boundaries")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importTerritoryBoundaries",
      summary = "Import polygons of territories",
      description =
          "A GeoJSON FeatureCollection of polygons and multipolygons, up to 16 MiB. The property"
              + " code of a feature, or else its name, says which territory it is; several of one"
              + " territory are joined. Whole or not at all; a polygon replaces the former one.")
  @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public Imported boundaries(InputStream body) {
    Imported imported = importData.boundaries(JsonBody.read(body, LIST_BYTES, JsonNode.class));
    territories.reload();
    return imported;
  }

  @PUT
  @Path("/territories/streets")
  @Consumes(CSV)
  @Operation(
      operationId = "importTerritoryStreets",
      summary = "Import a street list",
      description =
          "CSV in UTF-8 with a header: territory, street and, where known, from, to (house"
              + " numbers), side (odd, even, both), weight, lat, lon; up to 16 MiB. Without from"
              + " and to a row means the whole street. The rows replace all former ones of the"
              + " territories they name.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  public Imported streets(InputStream body) {
    Imported imported = importData.streets(JsonBody.bytes(body, LIST_BYTES));
    territories.reload();
    return imported;
  }

  @PUT
  @Path("/territories/names")
  @Consumes(CSV)
  @Operation(
      operationId = "importTerritoryNames",
      summary = "Import other names of territories",
      description =
          "CSV in UTF-8 with a header: name, territory. Former and everyday names, by which"
              + " addresses and maps call a territory.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  public Imported names(InputStream body) {
    Imported imported = importData.names(JsonBody.bytes(body, LIST_BYTES));
    territories.reload();
    return imported;
  }
}
