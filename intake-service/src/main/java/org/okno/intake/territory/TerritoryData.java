package org.okno.intake.territory;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * What is known of where territories are.
 *
 * @param version counts the imports
 * @param polygons in degrees, by code
 * @param rows of street lists
 * @param otherNames codes by name
 */
record TerritoryData(
    long version,
    Map<String, Geometry> polygons,
    List<StreetRow> rows,
    Map<String, String> otherNames) {}
