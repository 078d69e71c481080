package org.okno.cases.needs;

import java.util.Map;
import org.okno.identity.RowCondition;
import org.okno.identity.Rows;

/**
 * Which cases a caller may see. An agency sees the cases in which it has a need, or accepted a
 * referral of one; a coordinator those of a territory and all below it.
 */
public final class Visibility {
  /** Whether the caller's agency may see what was referred to it, on a referral {@code r}. */
  static final String IS_REFERRED =
      "r.to_agency_id = :ownAgency and r.status = 'accepted' and r.ends_at > now()";

  private static final String OF_AGENCY =
      """
      and (exists (select from need own where own.request_id = c.request_id and own.agency_id = :ownAgency)
        or exists (select from referral r where r.request_id = c.request_id and %s))
      """
          .formatted(IS_REFERRED);

  private Visibility() {}

  /**
   * The condition for the rows that the access table permits; it speaks of the table cases as
   * {@code c}.
   */
  public static RowCondition of(Rows rows) {
    return switch (rows) {
      case Rows.All all -> RowCondition.ALL;
      case Rows.OfAgency(String agency) -> new RowCondition(OF_AGENCY, Map.of("ownAgency", agency));
      case Rows.OfTerritory(String territory) -> RowCondition.ofTerritory("c.territory", territory);
      case Rows.OfChannel channel -> throw rows.unsupported();
    };
  }

  /**
   * The same for the list of cases and its counts. An agency has none: no index finds its cases in
   * their order, and it has its queue.
   */
  public static RowCondition ofLists(Rows rows) {
    if (rows instanceof Rows.OfAgency) {
      throw rows.unsupported();
    }
    return of(rows);
  }

  /** Whether a need of a case that the caller sees is theirs, to be read whole and changed. */
  public static boolean isWhole(NeedRow need, Rows rows) {
    return !(rows instanceof Rows.OfAgency(String agency)) || agency.equals(need.agencyId());
  }
}
