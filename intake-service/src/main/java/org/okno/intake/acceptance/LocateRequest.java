package org.okno.intake.acceptance;

import jakarta.inject.Singleton;
import java.util.List;
import org.okno.contracts.Questionnaire.TerritoryCandidate;
import org.okno.http.Problem;
import org.okno.intake.directory.CurrentDirectory;
import org.okno.intake.questionnaire.SubmittedQuestionnaire;
import org.okno.intake.territory.Candidate;
import org.okno.intake.territory.Candidates;
import org.okno.intake.territory.CurrentTerritories;
import org.okno.intake.territory.GeoPoint;
import org.okno.intake.territory.TerritoryFinder;

/**
 * Finds the territory of a questionnaire that names none, before its address is sealed: later
 * nobody but the vault can read it.
 */
@Singleton
class LocateRequest {
  private final CurrentTerritories territories;
  private final CurrentDirectory directory;

  LocateRequest(CurrentTerritories territories, CurrentDirectory directory) {
    this.territories = territories;
    this.directory = directory;
  }

  /**
   * Where the request is. Where no candidate is clear, the territory is the smallest one around
   * them all; where there is no candidate, the root of the directory.
   *
   * @throws org.okno.http.ProblemException 400 where the directory has several roots, and no one
   *     territory is around the candidates
   */
  Located locate(SubmittedQuestionnaire form) {
    if (form.territory() != null) {
      return new Located(form.territory(), null);
    }
    var at = form.point();
    TerritoryFinder finder = territories.get();
    Candidates found =
        finder.find(at == null ? null : new GeoPoint(at.lat(), at.lon()), form.place());
    return found
        .clear()
        .map(clear -> new Located(clear.territory(), null))
        .orElseGet(() -> new Located(around(finder, found), candidates(found)));
  }

  private String around(TerritoryFinder finder, Candidates found) {
    String around = finder.around(found);
    return around == null
        ? directory
            .get()
            .root()
            .orElseThrow(
                () ->
                    Problem.invalid(
                            "/territory",
                            "is missing, and neither address nor point leads to one; GET"
                                + " /v1/territories lists them")
                        .asException())
        : around;
  }

  private static List<TerritoryCandidate> candidates(Candidates found) {
    return found.all().stream().map(LocateRequest::candidate).toList();
  }

  private static TerritoryCandidate candidate(Candidate one) {
    return new TerritoryCandidate(one.territory(), Math.round(one.confidence() * 1000) / 1000.0);
  }
}
