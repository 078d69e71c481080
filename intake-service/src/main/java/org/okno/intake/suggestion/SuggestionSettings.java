package org.okno.intake.suggestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of needs recognized in texts. */
@ConfigMapping(prefix = "okno.intake.suggestions")
interface SuggestionSettings {
  /** From which confidence on a need is clear; below it the request is held with candidates. */
  @WithDefault("0.5")
  double leastConfidence();

  /** How long an instance uses a model after another one was activated. */
  @WithDefault("2s")
  Duration checkEvery();

  /** Requests that must be settled before a model learns from them. */
  @WithDefault("200")
  int leastExamples();

  /** Requests that a model learns from at most, the latest; bounds memory and time. */
  @WithDefault("20000")
  int mostExamples();

  /** How old a request may be to be learned from: what people ask for changes. */
  @WithDefault("730d")
  Duration learnFrom();

  /** Requests that an evaluation tries at most, the latest. */
  @WithDefault("2000")
  int mostEvaluated();

  /** Processors that a training may use: requests are accepted meanwhile. */
  @WithDefault("1")
  int trainingThreads();

  /** After it a training of which nothing is heard is taken for dead, and another may begin. */
  @WithDefault("1h")
  Duration abandonedAfter();
}
