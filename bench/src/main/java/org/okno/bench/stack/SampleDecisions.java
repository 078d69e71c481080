package org.okno.bench.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.Assignment;
import org.okno.contracts.Questionnaire;
import org.okno.contracts.RequestedNeed;
import org.okno.contracts.RoutingEvent.RequestRouted;
import org.okno.contracts.SealedBlock;
import org.okno.contracts.SealedData;
import org.okno.contracts.TerritoryRef;
import org.okno.local.client.Services;
import org.okno.messaging.EventIds;
import org.okno.messaging.Json;

/**
 * Sample decisions, to fill the case service through its consumer.
 *
 * @param agency gets all needs
 */
public record SampleDecisions(SampleQuestionnaire codes, AgencyRef agency) {

  private static final SealedData SEALED =
      new SealedData(sealed(1, 120), sealed(2, 180), sealed(3, 420));

  /** For the first agency of the directory. */
  public static SampleDecisions of(Services services, SampleQuestionnaire codes) {
    JsonNode agency = services.list("routing", "/v1/directory/agencies").getFirst();
    return new SampleDecisions(
        codes, new AgencyRef(agency.path("id").asText(), agency.path("name").asText()));
  }

  /** A decision about a new request of this time. */
  public RequestRouted next(Instant requested) {
    UUID person = EventIds.next();
    UUID request = EventIds.next();
    RequestedNeed need = new RequestedNeed(EventIds.next(), codes.need(), null);
    Questionnaire questionnaire =
        new Questionnaire(
            request,
            request.toString().substring(24),
            "hotline",
            requested,
            requested,
            new TerritoryRef(codes.territory(), "Europe/Moscow"),
            person,
            person,
            List.of(),
            "normal",
            List.of(need),
            SEALED);
    Assignment assignment =
        new Assignment(
            need.id(),
            need.need(),
            agency,
            "nearest-offer",
            1,
            "only-agency",
            72,
            Map.of("agency", agency.name(), "territory", codes.territory()));
    return new RequestRouted(
        questionnaire, List.of(assignment), requested.plus(Duration.ofMillis(50)));
  }

  /** The sealed parts of a questionnaire as JSON, about 1 KiB. */
  public static String sealedJson() {
    try {
      return Json.mapper().writeValueAsString(SEALED);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SealedBlock sealed(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    UUID key = new UUID(seed, seed);
    return new SealedBlock(List.of(key), Base64.getEncoder().encodeToString(bytes));
  }
}
