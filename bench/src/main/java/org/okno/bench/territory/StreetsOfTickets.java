package org.okno.bench.territory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.okno.intake.territory.StreetSegment;
import org.okno.intake.territory.StreetSegment.Side;

/**
 * A street list, learnt from the addresses of requests whose territory is known: a row for each
 * house number, weighed by the number of buildings that have it.
 */
final class StreetsOfTickets {
  private static final Pattern HOUSE = Pattern.compile("(?iu)(?:дом|house|үй)\\s+(\\d{1,4}).*");

  private StreetsOfTickets() {}

  private record House(String territory, String street, int number) {}

  /**
   * The rows.
   *
   * @param names gives the code of a ticket's territory
   */
  static List<StreetSegment> learn(Collection<PlacedTicket> tickets, TerritoryNames names) {
    Map<House, Set<String>> buildings = new HashMap<>();
    for (PlacedTicket ticket : tickets) {
      if (ticket.address() != null) {
        String[] parts = ticket.address().split(",");
        for (int i = 1; i < parts.length; i++) {
          Matcher house = HOUSE.matcher(parts[i].strip());
          if (house.matches()) {
            String territory = names.code(ticket.territory());
            int number = Integer.parseInt(house.group(1));
            buildings
                .computeIfAbsent(
                    new House(territory, parts[i - 1].strip(), number), h -> new HashSet<>())
                .add(ticket.address());
          }
        }
      }
    }
    return buildings.entrySet().stream().map(one -> segment(one.getKey(), one.getValue())).toList();
  }

  private static StreetSegment segment(House house, Set<String> buildings) {
    return new StreetSegment(
        house.territory, house.street, house.number, house.number, Side.BOTH, buildings.size());
  }
}
