package org.okno.routing.policy;

/** One rule of the policy. A change of what a rule answers is a new version of it. */
public interface Rule {
  /** What decisions call it; never given to another rule. */
  String name();

  /** From 1. */
  int version();

  /** Never null; equal questions have equal answers. */
  Answer answer(Question question);
}
