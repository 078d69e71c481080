package org.okno.intake.acceptance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Questionnaire.TerritoryCandidate;

/**
 * Where a request is: codes only, never the address they follow from.
 *
 * @param territory the one that is clear, or else one around the candidates
 * @param candidates null where the territory is clear
 */
record Located(String territory, @Nullable List<TerritoryCandidate> candidates) {}
