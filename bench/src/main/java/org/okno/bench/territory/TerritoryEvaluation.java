package org.okno.bench.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.okno.bench.territory.PolygonFile.Polygons;
import org.okno.intake.directory.Directory.Territory;
import org.okno.intake.territory.Boundaries;
import org.okno.intake.territory.Candidates;
import org.okno.intake.territory.KnownPlaces.KnownPlace;
import org.okno.intake.territory.TerritoryFinder;

/** Finds the territory of each request, by its point and by its address, and compares. */
final class TerritoryEvaluation {
  private final TerritoryNames names;
  private final TerritoryFinder finder;
  private final Set<String> learnt = new HashSet<>();

  final Score byPoint = new Score();
  final Score byAddress = new Score();
  final Score byNewAddress = new Score();
  final Score byBoth = new Score();

  /**
   * Learns.
   *
   * @param known requests whose addresses may be learnt
   */
  TerritoryEvaluation(Polygons polygons, TerritoryNames names, Collection<PlacedTicket> known) {
    this.names = names;
    known.forEach(
        ticket -> {
          if (ticket.address() != null) {
            learnt.add(ticket.address());
          }
        });
    Map<String, String> all = new HashMap<>(polygons.names());
    known.forEach(ticket -> all.putIfAbsent(names.code(ticket.territory()), ticket.territory()));
    this.finder =
        new TerritoryFinder(
            all.entrySet().stream().map(one -> territory(one.getKey(), one.getValue())).toList(),
            Map.of(),
            new Boundaries(polygons.byCode()),
            places(known, names),
            StreetsOfTickets.learn(known, names));
  }

  private static List<KnownPlace> places(Collection<PlacedTicket> known, TerritoryNames names) {
    List<KnownPlace> places = new ArrayList<>();
    for (PlacedTicket ticket : known) {
      if (ticket.point() != null) {
        places.add(new KnownPlace(ticket.point(), names.code(ticket.territory())));
      }
    }
    return places;
  }

  private static Territory territory(String code, String name) {
    return new Territory(code, name, "municipality", null, "UTC");
  }

  void findByPoint(PlacedTicket ticket) {
    if (ticket.point() != null) {
      byPoint.count(finder.find(ticket.point(), null), names.code(ticket.territory()));
    }
  }

  void findByAddress(PlacedTicket ticket) {
    if (ticket.address() == null) {
      return;
    }
    String right = names.code(ticket.territory());
    Candidates found = finder.find(null, ticket.address());
    byAddress.count(found, right);
    if (!learnt.contains(ticket.address())) {
      byNewAddress.count(found, right);
    }
    if (ticket.point() != null) {
      byBoth.count(finder.find(ticket.point(), ticket.address()), right);
    }
  }

  /** How many searches by an address there were. */
  long searches() {
    return byAddress.all() + byBoth.all();
  }
}
