package org.okno.intake.territory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Codes;
import org.okno.intake.directory.Directory;

/** The response to a search. */
@Schema(description = "The territories that may be meant, best first")
record FoundTerritories(
    @Schema(
            description = "The code of the one that is clear; absent where somebody must choose",
            examples = "02701301")
        @Nullable String territory,
    @Schema(
            description =
                "Whether the point is so near to a border (50 m) that the map may be wrong about"
                    + " it",
            required = true,
            examples = "false")
        boolean nearBorder,
    @Schema(description = "At most five", required = true) List<Found> candidates) {

  /** One candidate. */
  @Schema(name = "FoundTerritory", description = "A territory that may be meant")
  record Found(
      @Schema(description = "Its code", required = true, examples = "02701301") String territory,
      @Schema(description = "Its name", required = true, examples = "Район") String name,
      @Schema(
              description = "How often such a candidate is right, 0 to 1",
              required = true,
              examples = "0.97")
          double confidence,
      @Schema(
              description =
                  "What it follows from: the point, a house or a street of a street list, or the"
                      + " name in the address",
              required = true,
              enumeration = {"point", "house", "street", "name"},
              examples = "house")
          String basis,
      @Schema(
              description = "Metres from the point to its border; absent without a point",
              examples = "140")
          @Nullable Long borderMetres) {}

  static FoundTerritories of(Candidates found, Directory directory) {
    return new FoundTerritories(
        found.clear().map(Candidate::territory).orElse(null),
        found.isNearBorder(),
        found.all().stream().map(one -> found(one, directory)).toList());
  }

  private static Found found(Candidate one, Directory directory) {
    Directory.Territory territory = directory.territory(one.territory());
    Double metres = one.borderMetres();
    return new Found(
        one.territory(),
        territory == null ? one.territory() : territory.name(),
        Math.round(one.confidence() * 1000) / 1000.0,
        Codes.of(one.basis()),
        metres == null ? null : Math.round(metres));
  }
}
