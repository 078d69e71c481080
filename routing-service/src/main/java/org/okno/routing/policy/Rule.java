package org.okno.routing.policy;

/** One rule of the policy. A change of its results is a new version of it. */
public interface Rule {
  /** As decisions name it; never given to another rule. */
  String name();

  /** From 1. */
  int version();

  /** Never null; equal inputs have equal results. */
  RuleResult apply(RoutingInput input);
}
