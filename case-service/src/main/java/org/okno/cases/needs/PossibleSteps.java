package org.okno.cases.needs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.okno.cases.needs.StepResult.Changed;
import org.okno.contracts.Actor;
import org.okno.contracts.NeedRef;

/** The steps that a need's state allows, by the rules of the steps themselves. */
final class PossibleSteps {
  private static final Map<String, Step> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("acceptance", new Step.Accept());
    BY_NAME.put("start", new Step.Start());
    BY_NAME.put("pause", new Step.Pause());
    BY_NAME.put("resumption", new Step.Resume());
    BY_NAME.put("resolution", new Step.Resolve(Outcome.HELPED));
    BY_NAME.put("decline", new Step.Decline(DeclineReason.NO_CAPACITY));
    BY_NAME.put("reopening", new Step.Reopen(ReopenReason.NOT_HELPED));
    BY_NAME.put("claim", new Responsibility.Claim());
    BY_NAME.put("handover", new Responsibility.HandOver(""));
    BY_NAME.put("release", new Responsibility.Release());
  }

  private PossibleSteps() {}

  /** A sentence with their names, which are the last part of their addresses. */
  static String in(NeedRef need, NeedState state, Instant at, Actor actor) {
    String names =
        BY_NAME.entrySet().stream()
            .filter(one -> one.getValue().decide(need, state, at, actor) instanceof Changed)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "Nothing is possible now." : "Possible now: " + names + ".";
  }
}
