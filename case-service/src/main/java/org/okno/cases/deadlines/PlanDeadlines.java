package org.okno.cases.deadlines;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.okno.contracts.RoutingEvent;

/** Finds what the deadlines of decisions are computed by. */
@Singleton
public class PlanDeadlines {
  private final DeadlineRules rules;
  private final AgencyRepository agencies;

  PlanDeadlines(CurrentRules rules, AgencyRepository agencies) {
    this.rules = rules.get();
    this.agencies = agencies;
  }

  /** The plan for decisions, with the hours of their agencies: one statement for all. */
  public DeadlinePlan plan(Collection<RoutingEvent> decisions) {
    Set<String> ids =
        decisions.stream()
            .flatMap(decision -> decision.assignments().stream())
            .map(assignment -> assignment.agency().id())
            .collect(Collectors.toSet());
    return new DeadlinePlan(rules, agencies.hours(ids));
  }
}
