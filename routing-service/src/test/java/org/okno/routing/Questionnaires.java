package org.okno.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.okno.cloudevents.EventIds;
import org.okno.contracts.IntakeEvent.QuestionnaireSubmitted;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.SealedBlock;
import org.okno.contracts.SealedData;
import org.okno.contracts.TerritoryRef;

/** Questionnaires as intake tells of them; what is sealed in them was never anybody's. */
public final class Questionnaires {
  private Questionnaires() {}

  public static QuestionnaireSubmitted asking(
      String territory, List<String> targetGroups, String... needs) {
    UUID person = EventIds.next();
    SealedBlock block = new SealedBlock(List.of(person), "AA==");
    return new QuestionnaireSubmitted(
        new Questionnaire(
            EventIds.next(),
            "TEST-0000",
            "hotline",
            Instant.parse("2026-03-02T06:12:00Z"),
            Instant.parse("2026-03-02T06:15:31.482Z"),
            new TerritoryRef(territory, "Europe/Samara"),
            person,
            person,
            targetGroups,
            "normal",
            List.of(needs).stream()
                .map(need -> new RequestedNeed(EventIds.next(), need, null))
                .toList(),
            new SealedData(block, block, block)));
  }
}
